import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { happened, lockPaper } from "./changes.ts";
import type { JointHeard } from "./events.ts";
import type { JointPaper, JointPartner, PartState } from "./joint.ts";
import { grace, partnerSteps } from "./life.ts";
import { settlePaper } from "./settling.ts";

/** A partner's signature, as its own address shows it. */
export interface ShownStamp {
  readonly address: string;
  readonly version: string;
  readonly part: PartState;
  readonly partNote: string | null;
}

/** A partner's own address shows its signature: the newest counts, under whichever version it stands. */
export async function hearStamp(tx: Transaction, id: string, actor: string, shown: ShownStamp, now: Date) {
  const found = await findAsked(tx, id, actor);
  if (found === null) return;
  const { paper, partner } = found;
  // One that is in force still stands beside the newer one: what was heard last of that stays.
  if (partner.stampVersion === paper.version && shown.version !== paper.version)
    return change(tx, paper, partner, { checked: now }, now);
  const state = stateBy(paper, partner, shown);
  const { address: stamp, version: stampVersion, part, partNote } = shown;
  await change(tx, paper, partner, { state, stamp, stampVersion, part, partNote, checked: now }, now);
  if (state !== partner.state && state === "accepted") await heard(tx, id, "accepted", actor, now);
  else if (part !== partner.part) await heard(tx, id, "part", actor, now);
  await settlePaper(tx, id, now);
}

// One under an older version says that its partner is there, not that it accepts what is asked for.
function stateBy({ version }: JointPaper, { state }: JointPartner, shown: ShownStamp): JointPartner["state"] {
  if (shown.version === version) return partnerSteps[state].accept;
  return state === "left" || state === "unreachable" ? "invited" : state;
}

/** The signature that was held no longer stands at its address, says something else, or nobody answers there. */
export async function hearProblem(
  tx: Transaction,
  id: string,
  actor: string,
  { stamp, problem }: { readonly stamp: string; readonly problem: "gone" | "wrong" | "silent" },
  now: Date,
): Promise<void> {
  const found = await findAsked(tx, id, actor);
  if (found === null || !holds(found.paper, found.partner, stamp)) return;
  const { paper, partner } = found;
  if (problem === "silent" && !isLong(partner.checked, now)) return;
  const state = partnerSteps[partner.state][problem];
  const lost = state === "left" ? { stamp: null, stampVersion: null } : {};
  await change(tx, paper, partner, { state, ...lost }, now);
  if (state !== partner.state) await heard(tx, id, "left", actor, now);
  await settlePaper(tx, id, now);
}

const holds = ({ inForce }: JointPaper, { actor, stamp }: JointPartner, address: string): boolean =>
  stamp === address || (inForce?.partners.some((one) => one.actor === actor && one.stamp === address) ?? false);

const isLong = (checked: Date | null, now: Date): boolean =>
  checked === null || now.getTime() - checked.getTime() > grace;

/** A partner does not sign, and says why. */
export async function hearRefusal(tx: Transaction, id: string, actor: string, reason: string | null, now: Date) {
  const found = await findAsked(tx, id, actor);
  if (found === null) return;
  const { paper, partner } = found;
  if (partner.state === "accepted" && partner.stampVersion === paper.version) return; // it came late: its signature stands
  const state = partnerSteps[partner.state].refuse;
  await change(tx, paper, partner, { state, reason }, now);
  if (state !== partner.state) await heard(tx, id, "refused", actor, now);
}

async function findAsked(tx: Transaction, id: string, actor: string) {
  const paper = await lockPaper(tx, id);
  const partner = paper.partners.find((one) => one.actor === actor);
  const over = paper.state === "draft" || paper.state === "withdrawn";
  return partner === undefined || over ? null : { paper, partner };
}

type Columns = Partial<
  Pick<JointPartner, "state" | "stamp" | "stampVersion" | "part" | "partNote" | "checked" | "reason">
>;

async function change(
  tx: Transaction,
  { id }: JointPaper,
  { actor, state }: JointPartner,
  columns: Columns,
  now: Date,
) {
  const moved = columns.state === undefined || columns.state === state ? {} : { changed: now };
  await tx
    .updateTable("jointPartners")
    .set({ ...columns, ...moved })
    .where("paper", "=", id)
    .where("actor", "=", actor)
    .execute();
}

async function heard(tx: Transaction, paper: string, what: JointHeard["what"], actor: string, now: Date) {
  const event: JointHeard = { ...happened(now), name: "joint-heard", paper, invitation: null, what, actor };
  await record(tx, event);
}
