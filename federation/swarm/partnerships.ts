import type { Task } from "graphile-worker";
import { z } from "zod";
import { Unreachable } from "../../src/foundation/errors.ts";
import {
  compareUnanswered,
  compareWith,
  noteUnreachable,
  type SayAgain,
  type Shown,
} from "../../src/partnerships/comparing.ts";
import { expirePartnerships } from "../../src/partnerships/hearing.ts";
import type { Partnership } from "../../src/partnerships/partnership.ts";
import { findPartnership, listUnsettled } from "../../src/partnerships/queries.ts";
import { findSeenHost } from "../actors/seen-host.ts";
import { relationshipIri } from "../addresses.ts";
import { sameOrigin } from "../guard/origins.ts";
import { findOwnHost } from "../partnerships.ts";
import { askToComparePartnership } from "../receive/partnership.ts";
import { askToSendPartnership } from "../send/partnerships.ts";
import { readEnding, readPartnership } from "../vocabulary/partnership.ts";
import type { Shown as Answered } from "./asking.ts";
import { compareEach, shownAt } from "./comparing.ts";
import type { Walk } from "./walk.ts";

/** The daily job `compare-partnerships`: each one that is not over on both sides is held against what the other host says. */
export const comparePartnershipsTask =
  (walk: Walk): Task =>
  () =>
    compareEach(walk, listUnsettled, askToComparePartnership);

/** The recurring job `expire-partnerships`. */
export const expirePartnershipsTask =
  ({ db, now }: Walk): Task =>
  () =>
    db.transaction().execute((tx) => expirePartnerships(tx, now()));

/** The job `compare-partnership`. Throws `Unreachable` where it is to be done again soon. */
export const comparePartnershipTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { partnership } = z.object({ partnership: z.uuid() }).parse(payload);
    await comparePartnership(walk, partnership);
  };

/** Looks at what the other host says of a partnership, and says again whatever was lost on the way there. */
export async function comparePartnership(
  walk: Pick<Walk, "db" | "origin" | "asker" | "now">,
  id: string,
): Promise<void> {
  const { db, now } = walk;
  const found = await findPartnership(db, id);
  if (found === null || found.settled !== null) return;
  if (found.document === null || !sameOrigin(found.document, found.other)) {
    const there = found.state === "sent" ? await ask(walk, found, found.other) : null;
    return say(walk, id, (tx) => compareUnanswered(tx, id, { gone: there?.kind === "gone", now: now() }));
  }
  const shown = await look(walk, found, found.document);
  if (shown === null) return;
  await say(walk, id, async (tx) =>
    compareWith(tx, id, shown, { other: await findSeenHost(tx, found.other), now: now() }),
  );
  if (shown.kind === "absent" && found.state === "sent")
    throw new Unreachable("the other side's document is not there yet");
}

type Tell = Parameters<Parameters<ReturnType<Walk["db"]["transaction"]>["execute"]>[0]>[0];

async function say({ db }: Pick<Walk, "db">, partnership: string, compare: (tx: Tell) => Promise<SayAgain>) {
  await db.transaction().execute(async (tx) => {
    const deed = await compare(tx);
    if (deed !== null) await askToSendPartnership(tx, { partnership, deed });
  });
}

async function look(
  walk: Pick<Walk, "db" | "origin" | "asker" | "now">,
  found: Partnership,
  address: string,
): Promise<Shown | null> {
  const answered = await ask(walk, found, address);
  if (answered === null) return null;
  if (answered.kind === "gone") return { kind: "over", how: readEnding(answered.json) };
  if (answered.kind === "absent") return { kind: "absent" };
  return (await fits(walk, found, address, answered.json)) ?? { kind: "absent" };
}

/** What a document says, if it is the other side of this one: subject and object swapped, and by whoever agreed, ours named. */
async function fits(
  { db, origin }: Pick<Walk, "db" | "origin">,
  { id, side, other }: Partnership,
  address: string,
  json: unknown,
) {
  const own = await findOwnHost(db, origin);
  const there = readPartnership(json);
  if (there?.id !== address || there.subject !== other || there.object !== own?.actor) return null;
  if (side === "asker" && there.context !== relationshipIri(origin, id)) return null;
  return { kind: "stands", standing: there.standing, shown: there.shown, given: there.given } as const;
}

async function ask(
  { db, asker, now }: Pick<Walk, "db" | "asker" | "now">,
  { id }: Partnership,
  address: string,
): Promise<Answered | null> {
  try {
    return await shownAt(asker.patient, address);
  } catch (error) {
    if (error instanceof Unreachable) await db.transaction().execute((tx) => noteUnreachable(tx, id, now()));
    throw error;
  }
}
