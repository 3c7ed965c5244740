import { ask, type Silences } from "../exchange/chatons/ask.ts";
import { readFederationFile } from "../exchange/chatons/file.ts";
import { addressOf } from "../exchange/chatons/walk.ts";
import { readJsonFile } from "../exchange/json-file.ts";
import type { Outbound } from "../foundation/outbound.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { lookFor } from "./proof.ts";
import type { Found, ListProblem } from "./reading.ts";
import { type Fetch, type Seen, sightOrganization } from "./sight-chatons.ts";
import { sightLibrehost } from "./sight-librehost.ts";
import { domainOf, type ListKind } from "./unclaimed.ts";

/** A list that somebody gives: its address, or a file with its name. */
export interface GivenList {
  readonly source: string;
  readonly file: Uint8Array | null;
}

/** The same, once it is known what it is. */
interface NamedFiles {
  readonly kind: ListKind;
  readonly name: string | null;
  readonly files: readonly string[];
}

/** How far is told before each file. */
export type Step = (file: string, looked: number, known: number) => Promise<void>;

/** How many hosts a list may name, and how many files are asked for at a time. */
const limits = { files: 1_000, together: 5 } as const;

/** Reads a list and the file of each host that it names. A host whose site says that it wants no entry is left out. */
export async function gatherList(
  outbound: Outbound,
  given: GivenList,
  step: Step,
  now: Date,
): Promise<Outcome<Found, ListProblem>> {
  const silences: Silences = new Map();
  const first = await read(outbound, given, silences);
  if (!first.done) return first;
  const named = namedFiles(first.value, given);
  if (!named.done) return named;
  const { kind, name, files } = named.value;
  if (files.length === 0) return refused("empty");
  if (files.length > limits.files) return refused("names-too-many");
  const fetch: Fetch = async (address) => {
    const got = await ask(outbound, address, null, silences);
    return got.done && got.value.news ? done(got.value.bytes) : refused(got.done ? "already-read" : got.reason.reason);
  };
  const found: Found = { source: kind, listName: name, files: [...files], sightings: [], left: [] };
  let looked = 0;
  await each(files, async (file) => {
    await step(file, looked, files.length);
    const seen = await sight(outbound, kind, fetch, { file, now });
    looked += 1;
    if (seen.done) found.sightings.push({ ...seen.value, needs: [...seen.value.needs] });
    else found.left.push({ file, reason: seen.reason });
  });
  return done({ ...found, sightings: found.sightings.toSorted((a, b) => a.name.localeCompare(b.name)) });
}

async function read(
  outbound: Outbound,
  { source, file }: GivenList,
  silences: Silences,
): Promise<Outcome<Uint8Array, ListProblem>> {
  if (file !== null) return done(file);
  const got = await ask(outbound, source, null, silences);
  if (got.done) return got.value.news ? done(got.value.bytes) : refused("no-such-file");
  const { reason } = got.reason;
  if (reason === "address-refused" || reason === "unreachable") return refused(reason);
  return refused(reason === "not-found" ? "no-such-file" : "unreachable");
}

function namedFiles(bytes: Uint8Array, { source, file }: GivenList): Outcome<NamedFiles, ListProblem> {
  const base = file === null ? source : null;
  const text = new TextDecoder().decode(bytes);
  if (/^\uFEFF?\s*\{/.test(text)) return namedInJson(text);
  const federation = readFederationFile(bytes);
  if (!federation.done) return refused("not-this-format");
  const { name, subs, url } = federation.value;
  return done({
    kind: "chatonsinfos",
    name,
    files: addressesIn(
      subs.map(({ value }) => value),
      base ?? url,
    ),
  });
}

/** `{"name": "https://…/librehost.json", …}` */
function namedInJson(text: string): Outcome<NamedFiles, ListProblem> {
  const json = readJsonFile(text);
  if (!json.done || typeof json.value.document !== "object" || json.value.document === null)
    return refused("not-this-format");
  const values = Object.values(json.value.document);
  if (values.length === 0 || !values.every((value) => typeof value === "string" && /^https?:\/\//i.test(value)))
    return refused("not-this-format");
  return done({ kind: "librehosters", name: "LibreHosters", files: addressesIn(values as string[], null) });
}

const addressesIn = (said: readonly string[], base: string | null): readonly string[] => [
  ...new Set(said.flatMap((one) => addressOf(one, base)?.href ?? [])),
];

async function sight(
  outbound: Outbound,
  kind: ListKind,
  fetch: Fetch,
  at: { readonly file: string; readonly now: Date },
): Promise<Seen> {
  const seen =
    kind === "chatonsinfos" ? await sightOrganization(fetch, at.file, at.now) : await sightLibrehost(fetch, at.file);
  if (!seen.done) return seen;
  const { website } = seen.value;
  if (domainOf(website) === null) return refused("no-website");
  const word = await lookFor(outbound, website);
  return word?.removal ? refused("opted-out") : seen;
}

/** Some at a time. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const take = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: limits.together }, take));
}
