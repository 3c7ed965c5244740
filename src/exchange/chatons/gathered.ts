import { z } from "zod";
import { Unreachable } from "../../foundation/errors.ts";
import { type Outbound, RefusedAddress } from "../../foundation/outbound.ts";
import { limits } from "./chatons.ts";
import { readChatonsFile } from "./file.ts";
import { addressOf, type Root } from "./walk.ts";

const Given = z.object({ status: z.int(), url: z.string(), etag: z.string().nullable(), body: z.string() });
const Silent = z.object({ refused: z.boolean(), message: z.string() });

/** What the addresses of a host's files gave: bodies in base64, or why there is none. */
export const Gathered = z.record(z.string(), z.union([Given, Silent]));
export type Gathered = z.infer<typeof Gathered>;

/** Asks for a host's file and those that it names, within the limits of an import, and takes nothing in yet. */
export async function gatherFiles(
  outbound: Outbound,
  root: Root,
  step: (file: string, looked: number, known: number) => Promise<void>,
): Promise<Gathered> {
  const gathered: Gathered = {};
  const stops: Stop[] = root.address === null ? [] : [{ address: root.address, level: 0 }];
  if (root.address === null) plan(stops, namedIn(root.bytes ?? new Uint8Array(), null), 1);
  const silences = new Map<string, number>();
  for (let looked = 0; looked < stops.length; looked += 1) {
    const { address, level } = stops[looked] as Stop;
    await step(address, looked, stops.length);
    const { origin } = new URL(address);
    const silence = silences.get(origin) ?? 0;
    if (silence >= limits.silences) continue;
    const answer = await request(outbound, address);
    gathered[address] = answer;
    silences.set(origin, "status" in answer ? 0 : silence + 1);
    plan(stops, namesOf(answer), level + 1);
  }
  return gathered;
}

interface Stop {
  readonly address: string;
  readonly level: number;
}

function plan(stops: Stop[], addresses: readonly string[], level: number): void {
  if (level > limits.levels) return;
  const known = new Set(stops.map(({ address }) => address));
  const fresh = [...new Set(addresses)].filter((address) => !known.has(address));
  stops.push(...fresh.slice(0, limits.files - stops.length).map((address) => ({ address, level })));
}

function namesOf(answer: Gathered[string]): readonly string[] {
  if (!("status" in answer) || answer.status !== 200) return [];
  return namedIn(Buffer.from(answer.body, "base64"), answer.url);
}

/** Answers an import with what was gathered for it, and asks nobody. */
export function answering(gathered: Gathered): Pick<Outbound, "request"> {
  return {
    async request(address) {
      const answer = gathered[String(address)];
      if (answer === undefined) throw new Unreachable(`${address} was not asked`);
      if ("refused" in answer)
        throw answer.refused ? new RefusedAddress(answer.message) : new Unreachable(answer.message);
      const headers = answer.etag === null ? {} : { etag: answer.etag };
      return { status: answer.status, url: answer.url, headers, body: Buffer.from(answer.body, "base64") };
    },
  };
}

async function request(outbound: Outbound, address: string): Promise<Gathered[string]> {
  try {
    const { status, url, headers, body } = await outbound.request(address, {
      headers: { accept: "text/plain, */*;q=0.5" },
    });
    const etag = typeof headers["etag"] === "string" ? headers["etag"] : null;
    return { status, url, etag, body: body.toString("base64") };
  } catch (error) {
    if (error instanceof RefusedAddress) return { refused: true, message: error.message };
    if (error instanceof Unreachable) return { refused: false, message: error.message };
    throw error;
  }
}

/** The addresses of the files that a file names; what is no file of the format names none. */
function namedIn(bytes: Uint8Array, base: string | null): readonly string[] {
  const file = readChatonsFile(bytes);
  if (!file.done || file.value.subs.length > limits.subs) return [];
  return file.value.subs.flatMap(({ value }) => addressOf(value, base ?? file.value.url)?.href ?? []);
}
