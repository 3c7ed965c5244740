import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { StoredTerms } from "../offers/joint-form.ts";
import { hear, lockAsking } from "./changes.ts";
import {
  type AskingPaper,
  type PaperFault,
  type PaperState,
  type ShownPaper,
  type Signer,
  standingOf,
} from "./paper.ts";
import { type Asking, isDeclined, type NamedPaper, type Result } from "./together.ts";

/** What several have signed as the end of this asking, as far as it was read; null where nothing is, or is any more. */
export async function findPaper(
  reader: Reader,
  { id, result }: Pick<Asking, "id" | "result">,
): Promise<AskingPaper | null> {
  if (result?.paper == null) return null;
  const row = await reader
    .selectFrom("askingPapers")
    .selectAll()
    .where("asking", "=", id)
    .where("proposal", "=", result.paper.proposal)
    .where("terms", "is not", null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { changed: _, ...rest } = row;
  // What was read before the lead named another version is not what it names.
  const isOther = row.version !== result.paper.version;
  return {
    ...rest,
    kind: row.kind as Result["kind"],
    terms: StoredTerms.parse(row.terms),
    lead: StoredHost.parse(row.lead),
    signers: StoredSigners.parse(row.signers),
    state: isOther ? "checking" : (row.state as PaperState),
    reason: isOther ? null : (row.reason as PaperFault | null),
  };
}

const StoredHost = z.object({ actor: z.string(), name: z.string(), page: z.string() });
const StoredSigners = z.array(
  StoredHost.extend({
    stamp: z.string(),
    seen: z.coerce.date().nullable(),
    problem: z.enum(["gone", "wrong", "silent"]).nullable(),
  }),
);

/** The lead names what several have signed: nothing of it is believed before it was looked at. */
export async function notePaper(
  tx: Transaction,
  asking: string,
  { kind, paper }: { readonly kind: Result["kind"]; readonly paper: NamedPaper },
  now: Date,
): Promise<void> {
  const row = { proposal: paper.proposal, sheet: paper.sheet, kind, state: "checking", reason: null, changed: now };
  await tx
    .insertInto("askingPapers")
    .values({ asking, ...row })
    .onConflict((known) => known.column("asking").doUpdateSet(row))
    .execute();
}

/** What was found where the lead shows what all have signed, and at each signature. */
export type Found =
  | { readonly what: "gone" | "wrong" | "silent" }
  | {
      readonly what: "shown";
      readonly paper: ShownPaper;
      readonly signers: readonly Signer[];
      /** Whether the lead says itself that not all agree any more. */
      readonly suspended: boolean;
    };

/** Keeps what was found; its association hears once all have signed, and when that is so no longer. */
export async function keepPaper(
  tx: Transaction,
  { asking: id, named, found }: { readonly asking: string; readonly named: NamedPaper; readonly found: Found },
  now: Date,
): Promise<void> {
  const asking = await lockAsking(tx, id);
  if (asking.state !== "led" || asking.result?.paper?.version !== named.version) return;
  const known = await findPaper(tx, asking);
  const before = known?.state ?? "checking";
  const kept = stateBy(known, named, found, now);
  await tx
    .updateTable("askingPapers")
    .set({ state: kept.state, reason: kept.reason, changed: now })
    .set(kept.state === "signed" && found.what === "shown" ? { seen: leastSeen(kept.signers, now) } : {})
    .set(found.what === "shown" ? columnsOf(found.paper, kept.signers) : {})
    .where("asking", "=", id)
    .execute();
  if (kept.state === before || isDeclined(asking)) return;
  if (kept.state === "signed") await hear(tx, id, "result", now);
  if (kept.state === "broken") await hear(tx, id, "result-broken", now);
}

interface Standing {
  readonly state: PaperState;
  readonly reason: PaperFault | null;
  readonly signers: readonly Signer[];
}

function stateBy(known: AskingPaper | null, named: NamedPaper, found: Found, now: Date): Standing {
  const signers = known?.signers ?? [];
  if (found.what === "silent") {
    // The lead's own server is asked for what it shows; while it is silent, what was seen holds for a while.
    const lead = { ...noOne, seen: known?.seen ?? null, problem: "silent" as const };
    return { ...standingOf([lead, ...signers], now), signers };
  }
  if (found.what !== "shown") return { state: "broken", reason: found.what, signers };
  if (found.paper.version !== named.version) return { state: "checking", reason: null, signers };
  const held = found.signers.map((one) => withSeen(one, signers));
  const standing = standingOf(held, now);
  const said = found.suspended && standing.state !== "broken" ? suspended : standing;
  return { ...said, signers: held };
}

const suspended = { state: "broken", reason: "suspended" } as const;
const noOne = { actor: "", name: "", page: "", stamp: "" };

/** One that does not answer was last seen when it was last seen. */
function withSeen(signer: Signer, before: readonly Signer[]): Signer {
  const known = before.find(({ stamp }) => stamp === signer.stamp);
  return signer.problem === null ? signer : { ...signer, seen: known?.seen ?? null };
}

const leastSeen = (signers: readonly Signer[], now: Date): Date =>
  new Date(Math.min(now.getTime(), ...signers.flatMap(({ seen }) => seen?.getTime() ?? [])));

function columnsOf({ terms, lead, ...shown }: ShownPaper, signers: readonly Signer[]) {
  const { kind, title, language, page, version } = shown;
  return {
    ...{ kind, title, language, page, version },
    ...{ terms: JSON.stringify(terms), lead: JSON.stringify(lead), signers: JSON.stringify(signers) },
  };
}

/** Of all askings that still wait, those with something signed to be looked at, from one on. */
export async function listToCheck(reader: Reader, after: string | null, limit: number): Promise<readonly string[]> {
  let asked = reader
    .selectFrom("askingPapers")
    .innerJoin("askings", "askings.id", "askingPapers.asking")
    .select("asking")
    .where("askings.state", "=", "led")
    .orderBy("asking")
    .limit(limit);
  if (after !== null) asked = asked.where("asking", ">", after);
  const rows = await asked.execute();
  return rows.map(({ asking }) => asking);
}
