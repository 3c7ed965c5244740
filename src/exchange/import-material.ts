import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { Unreachable } from "../foundation/errors.ts";
import { type Outbound, RefusedAddress } from "../foundation/outbound.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { isArchive } from "./archive.ts";
import { Gathered, gatherFiles } from "./chatons/gathered.ts";
import type { ImportProblem } from "./imports.ts";
import { readJsonFile } from "./json-file.ts";
import { isLibrehost } from "./librehost.ts";

/** What an import is made from, so that it can be shown first and then taken in, without asking anybody again. */
export const Material = z.discriminatedUnion("format", [
  z.object({
    format: z.literal("chatonsinfos"),
    name: z.string(),
    address: z.string().nullable(),
    file: z.string().nullable(),
    gathered: Gathered,
  }),
  z.object({ format: z.enum(["librehost", "hosts"]), text: z.string() }),
]);
export type Material = z.infer<typeof Material>;

/** What somebody gave: a file in base64 with its name, or an address. */
export const Given = z.object({ source: z.string(), file: z.string().nullable() });
export type Given = z.infer<typeof Given>;

/** Gets all that an import needs. What is JSON is one file; what is not is a host's file of ChatonsInfos and those that it names. */
export async function gatherMaterial(
  outbound: Outbound,
  given: Given,
  step: (file: string, looked: number, known: number) => Promise<void>,
): Promise<Outcome<Material, ImportProblem>> {
  const first =
    given.file === null ? await fetchBytes(outbound, given.source) : done(Buffer.from(given.file, "base64"));
  if (!first.done) return first;
  const text = first.value.toString("utf8");
  if (/^\s*[[{]/.test(text.replace(/^\uFEFF/, ""))) return materialOfJson(text);
  const address = given.file === null ? new URL(given.source).href : null;
  const root = { name: given.source, address, bytes: address === null ? first.value : null };
  const gathered = await gatherFiles(outbound, root, step);
  return done({ format: "chatonsinfos", name: given.source, address, file: given.file, gathered });
}

const squeeze = promisify(gzip);
const unfold = promisify(gunzip);

export async function pack(material: Material | Given): Promise<Buffer> {
  return await squeeze(JSON.stringify(material));
}

export async function unpackMaterial(packed: Uint8Array): Promise<Material> {
  return Material.parse(JSON.parse((await unfold(packed)).toString("utf8")));
}

export async function unpackGiven(packed: Uint8Array): Promise<Given> {
  return Given.parse(JSON.parse((await unfold(packed)).toString("utf8")));
}

function materialOfJson(text: string): Outcome<Material, ImportProblem> {
  const file = readJsonFile(text);
  if (!file.done) return file;
  if (isArchive(file.value.document)) return refused("an-archive");
  return done({ format: isLibrehost(file.value.document) ? "librehost" : "hosts", text });
}

async function fetchBytes(outbound: Outbound, address: string): Promise<Outcome<Buffer, ImportProblem>> {
  try {
    const { status, body } = await outbound.request(address);
    return status === 200 ? done(body) : refused("no-such-file");
  } catch (error) {
    if (error instanceof RefusedAddress) return refused("address-refused");
    if (error instanceof Unreachable) return refused("unreachable");
    throw error;
  }
}
