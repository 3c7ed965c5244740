import { z } from "zod";
import type { Transaction } from "../foundation/database.ts";
import { dayOf } from "../foundation/day.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { sayClosing } from "../hosts/closing-changes.ts";
import { lockHost } from "../hosts/queries.ts";
import { listOffers } from "../offers/queries.ts";
import { type AvailabilityStatement, availabilityStates } from "./availability.ts";
import { changeAvailability } from "./changes.ts";
import { type ClosingPlan, type ClosingRefusal, daysUntil, endingOf, isOver, refusalOfClosing } from "./closing.ts";
import { StoredDetails } from "./form.ts";
import { findAvailability } from "./queries.ts";

/** Announces that the host closes, or on another day: every published offer is "ending" from now on, and followers are told. */
export async function announceClosing(
  tx: Transaction,
  plan: ClosingPlan,
  { message, now }: { readonly message: string; readonly now: Date },
): Promise<Outcome<null, ClosingRefusal>> {
  const host = await lockHost(tx);
  const { closing } = host.profile;
  const reason = refusalOfClosing(closing, plan, dayOf(now));
  if (reason !== null) return refused(reason);
  await sayClosing(tx, host, { ...plan, announced: closing?.announced ?? dayOf(now) }, now);
  const said = { message, now, validDays: daysUntil(plan.ends, now) };
  for (const { id, slug } of await listOffers(tx, { states: ["published"] })) await endOffer(tx, id, slug, said);
  return done(null);
}

/** Takes the closing back: every offer says again what it said before. False when there is none, or it is too late. */
export async function withdrawClosing(tx: Transaction, now: Date): Promise<boolean> {
  const host = await lockHost(tx);
  const { closing } = host.profile;
  if (closing === null || isOver(closing, dayOf(now))) return false;
  await sayClosing(tx, host, null, now);
  for (const offer of await listEnded(tx)) await reopenOffer(tx, offer, now);
  return true;
}

interface Ending {
  readonly message: string;
  readonly now: Date;
  readonly validDays: number;
}

async function endOffer(tx: Transaction, id: string, slug: string, { message, ...saying }: Ending): Promise<void> {
  const before = await findAvailability(tx, id);
  const ended = await changeAvailability(tx, slug, endingOf(before, message), saying);
  if (!ended.done) throw new Error(`the ending of ${slug} was refused: ${ended.reason}`);
  const said = before === null ? null : statementOf(before);
  await tx
    .updateTable("availabilities")
    .set({ beforeClosing: JSON.stringify({ said }) })
    .where("offer", "=", id)
    .where("beforeClosing", "is", null)
    .execute();
}

const Before = z.object({ said: z.object({ ...StoredDetails.shape, state: z.enum(availabilityStates) }).nullable() });

interface Ended {
  readonly offer: string;
  readonly slug: string;
  readonly state: string;
  readonly said: AvailabilityStatement | null;
}

async function listEnded(tx: Transaction): Promise<readonly Ended[]> {
  const rows = await tx
    .selectFrom("availabilities")
    .innerJoin("offers", "offers.id", "availabilities.offer")
    .select(["availabilities.offer", "offers.slug", "availabilities.state", "availabilities.beforeClosing"])
    .where("availabilities.beforeClosing", "is not", null)
    .where("offers.state", "=", "published")
    .execute();
  return rows.map(({ beforeClosing, ...row }) => ({ ...row, said: Before.parse(beforeClosing).said }));
}

/** An offer of which its host said something else meanwhile keeps that. */
async function reopenOffer(tx: Transaction, { offer, slug, state, said }: Ended, now: Date): Promise<void> {
  const again = state !== "ending" ? null : said && (await changeAvailability(tx, slug, said, { now }));
  // Where nothing was said before, or its day has passed, what is known is over: the clock tells it within minutes.
  const unknown = state === "ending" && !again?.done;
  await tx
    .updateTable("availabilities")
    .set({ beforeClosing: null, ...(unknown && { expires: now }) })
    .where("offer", "=", offer)
    .execute();
}

function statementOf({
  confirmed: _,
  expires: __,
  ...statement
}: AvailabilityStatement & { confirmed: Date; expires: Date }) {
  return statement;
}
