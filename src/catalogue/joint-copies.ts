import { sql } from "kysely";
import { takesIn } from "../availability/availability.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import type { ListedJoint, OfferSheet } from "./catalogue.ts";
import { reviveSheet } from "./sheets.ts";

/** A signature that was seen holds for so long while its server does not answer. */
const grace = 72 * 3_600_000;

/** A joint offer as its lead's instance last showed it, whether it may be shown or not. */
export interface JointCopy {
  readonly sheet: OfferSheet & { readonly joint: ListedJoint };
  readonly asked: Date;
}

/**
 * Of these sheets, those that may be shown: what a host makes alone, and what several make together once each of them has
 * signed this very version at its own address, as far as this site has seen for itself. The others wait, out of sight.
 */
export async function holdJoint(
  tx: Transaction,
  sheets: readonly OfferSheet[],
  asked: Date,
): Promise<{ readonly open: readonly OfferSheet[]; readonly closed: readonly string[] }> {
  const alone = sheets.filter(({ joint }) => joint === null);
  const together = sheets.filter(isJoint);
  if (alone.length > 0) await letGo(tx, alone);
  const [open, closed]: [OfferSheet[], string[]] = [[...alone], []];
  for (const sheet of together) {
    if (!(await keepCopy(tx, sheet, asked))) continue;
    if (await mayBeShown(tx, sheet, asked)) open.push(await narrowed(tx, sheet));
    else closed.push(sheet.actor);
  }
  return { open, closed };
}

const isJoint = (sheet: OfferSheet): sheet is JointCopy["sheet"] => sheet.joint !== null;

async function letGo(tx: Transaction, sheets: readonly OfferSheet[]): Promise<void> {
  const actors = sheets.map(({ actor }) => actor);
  await sql`delete from catalogue_joint where actor = any(${actors}::text[])`.execute(tx);
}

/** False when a later answer was kept already. */
async function keepCopy(tx: Transaction, sheet: JointCopy["sheet"], asked: Date): Promise<boolean> {
  const { actor, host, proposal, version, joint } = sheet;
  const state = joint.state === "suspended" ? "suspended" : "waiting";
  const row = { host, proposal, version, signed: joint.version, state, asked, sheet: JSON.stringify(sheet) };
  const kept = await tx
    .insertInto("catalogueJoint")
    .values({ actor, ...row })
    .onConflict((known) => known.column("actor").doUpdateSet(row).where("catalogueJoint.asked", "<=", asked))
    .returning("actor")
    .executeTakeFirst();
  return kept !== undefined;
}

async function mayBeShown(tx: Transaction, sheet: JointCopy["sheet"], now: Date): Promise<boolean> {
  const open = await isOpen(tx, sheet, now);
  if (open) await tx.updateTable("catalogueJoint").set({ state: "shown" }).where("actor", "=", sheet.actor).execute();
  else if (sheet.joint.state !== "suspended") await askToCheckCopy(tx, sheet.actor);
  return open;
}

/** What holds of it for people: closed as soon as one of its parts is, also where its lead has not said so yet. */
async function narrowed(tx: Transaction, sheet: JointCopy["sheet"]): Promise<OfferSheet> {
  const { availability, proposal, joint } = sheet;
  if (availability === null || !takesIn(availability.state)) return sheet;
  const closed = await stampsOf(tx, proposal, joint)
    .where("part", "=", "closed")
    .where("seen", ">", availability.confirmed)
    .executeTakeFirst();
  return closed === undefined ? sheet : { ...sheet, availability: { ...availability, state: "closed", slots: null } };
}

/** Whether everybody may see it: its lead says that it is offered, and all have signed. */
export async function isOpen(tx: Transaction, sheet: JointCopy["sheet"], now: Date): Promise<boolean> {
  return sheet.joint.state === "published" && (await isSigned(tx, sheet, now));
}

/** Has the signatures under a joint offer looked at. */
export async function askToCheckCopy(tx: Reader, actor: string): Promise<void> {
  await addJob(tx, "check-joint-copy", { actor }, { key: `check-joint-copy:${actor}`.slice(0, 500), maxAttempts: 12 });
}

/** Whether each partner has signed this version, as its own address showed it here, and nobody of them is blocked. */
export async function isSigned(tx: Transaction, { proposal, joint }: SignedThere, now: Date): Promise<boolean> {
  const rows = await stampsOf(tx, proposal, joint).where(sql<boolean>`not is_blocked(partner)`).execute();
  const seen = new Map(rows.map((row) => [row.address, row]));
  return joint.partners.every(({ actor, stamp }) => {
    const row = seen.get(stamp);
    if (row === undefined || row.partner !== actor || row.version !== joint.version || row.seen === null) return false;
    return row.problem === null || (row.problem === "unreachable" && now.getTime() - row.seen.getTime() <= grace);
  });
}

function stampsOf(tx: Transaction, proposal: string, { partners }: SignedThere["joint"]) {
  const stamps = partners.map(({ stamp }) => stamp);
  return tx
    .selectFrom("catalogueStamps")
    .select(["address", "partner", "version", "seen", "problem"])
    .where("proposal", "=", proposal)
    .where("address", "in", stamps);
}

/** What several are said to have signed: which version, and where each signature is. */
interface SignedThere {
  readonly proposal: string;
  readonly joint: {
    readonly version: string;
    readonly partners: readonly { readonly actor: string; readonly stamp: string }[];
  };
}

/** A signature as its own address shows it. */
export interface SeenStamp {
  readonly address: string;
  readonly partner: string;
  readonly proposal: string;
  readonly version: string;
  readonly part: "open" | "closed";
}

/** It stands there now. */
export async function noteStamp(tx: Transaction, { address, ...stamp }: SeenStamp, now: Date): Promise<void> {
  const row = { ...stamp, seen: now, checked: now, problem: null };
  await tx
    .insertInto("catalogueStamps")
    .values({ address, ...row })
    .onConflict((known) => known.column("address").doUpdateSet(row))
    .execute();
}

export type StampProblem = "gone" | "wrong" | "unreachable";

/** It does not stand there, says something else, or nobody answers. */
export async function noteStampProblem(
  tx: Transaction,
  { address, partner, proposal }: Pick<SeenStamp, "address" | "partner" | "proposal">,
  problem: StampProblem,
  now: Date,
): Promise<void> {
  const row = { address, partner, proposal, version: "", checked: now, problem };
  await tx
    .insertInto("catalogueStamps")
    .values(row)
    .onConflict((known) => known.column("address").doUpdateSet({ checked: now, problem }))
    .execute();
}

export async function findJointCopy(reader: Reader, actor: string): Promise<JointCopy | null> {
  const row = await reader.selectFrom("catalogueJoint").selectAll().where("actor", "=", actor).executeTakeFirst();
  const sheet = row ? reviveSheet(row.sheet) : null;
  return row && sheet && isJoint(sheet) ? { sheet, asked: row.asked } : null;
}

/** The joint offers that hang on this signature. */
export async function listJointBy(reader: Reader, stamp: string): Promise<readonly string[]> {
  const { rows } = await sql<{ actor: string }>`
    select actor from catalogue_joint
    join catalogue_stamps on catalogue_stamps.proposal = catalogue_joint.proposal where address = ${stamp}`.execute(
    reader,
  );
  return rows.map(({ actor }) => actor);
}

/** All joint offers, to be looked at anew. */
export async function listJointCopies(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom("catalogueJoint").select("actor").orderBy("checked").limit(5_000).execute();
  return rows.map(({ actor }) => actor);
}
