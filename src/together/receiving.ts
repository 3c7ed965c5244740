import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import type { AskingReceived } from "./events.ts";
import { findReceivedFrom, type OtherHost, type ReceivedAsking } from "./received.ts";
import { type Declined, days, type Ending, mostAskings, type Need, type Result } from "./together.ts";

/** What the association's site shows of an asking to our host alone. */
export interface AskingShown extends Need {
  readonly version: number;
  readonly page: string | null;
  readonly rolesWanted: readonly string[];
  readonly others: readonly OtherHost[];
  readonly standing: ReceivedAsking["standing"];
  readonly chosen: ReceivedAsking["chosen"];
  readonly leadName: string | null;
  readonly contact: string | null;
  readonly result: Result | null;
  readonly declined: Declined | null;
  /** The address that it has for all its hosts. */
  readonly common: string | null;
  readonly ending: Ending | null;
  /** Why the association has closed it. */
  readonly reason: string | null;
  readonly expires: Date | null;
  /** The version of our answer that it has read. */
  readonly knownVersion: number;
}

/** Who asks, where it stands, and by which activity it was said. */
export interface AskingCame {
  readonly document: string;
  readonly asker: string;
  readonly offer: string;
  readonly fromUnknown: boolean;
}

/** Whether an actor, or its site, has asked our host too much within a day. */
export async function isCrowded(tx: Transaction, asker: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom("receivedAskings")
    .select(sql<number>`count(*) filter (where asker = ${asker})::integer`.as("ofActor"))
    .select(sql<number>`count(*)::integer`.as("ofOrigin"))
    .where(sql<boolean>`starts_with(asker, ${`${new URL(asker).origin}/`})`)
    .where("received", ">", new Date(now.getTime() - day))
    .executeTakeFirstOrThrow();
  return row.ofActor >= mostAskings.ofActor || row.ofOrigin >= mostAskings.ofOrigin;
}

const day = 86_400_000;

/** Notes that an association asks, before its site has shown what: nobody sees it until then. Asked again, it is the same. */
export async function noteAsked(tx: Transaction, came: AskingCame, now: Date): Promise<void> {
  await tx
    .insertInto("receivedAskings")
    .values({ ...came, id: randomUUID(), standing: "open", received: now, changed: now })
    .onConflict((known) => known.column("document").doNothing())
    .execute();
}

/** Keeps what the association's site shows now; what it showed before changes nothing any more. */
export async function keepShown(tx: Transaction, document: string, shown: AskingShown, now: Date): Promise<void> {
  await tx.selectFrom("receivedAskings").select("id").where("document", "=", document).forUpdate().execute();
  const known = await findReceivedFrom(tx, document);
  if (known === null) return;
  const { version, knownVersion } = shown;
  const fresh = version > known.seenVersion;
  await tx
    .updateTable("receivedAskings")
    .set({
      compared: now,
      knownVersion: Math.max(knownVersion, known.knownVersion),
      ...(fresh && { ...columnsOf(shown), seenVersion: version, changed: now }),
    })
    .where("id", "=", known.id)
    .execute();
  const what = fresh ? newsOf(known, shown) : null;
  if (what === null) return;
  const event: AskingReceived = {
    ...{ id: randomUUID(), name: "asking-received", happened: now.toISOString(), received: known.id, what },
  };
  await record(tx, event);
}

// What was read of another site's document holds more than is kept.
function columnsOf({ others, needs, rolesWanted, result, standing, ...shown }: AskingShown) {
  const { name, need, territory, people, budget, currency, period, wished, about, page } = shown;
  const { chosen, leadName, contact, expires, common, ending, reason, declined } = shown;
  return {
    ...{ name, need, territory, people, budget, currency, period, wished, about, page, standing },
    ...{ chosen, leadName, contact, expires, needs: [...needs], rolesWanted: [...rolesWanted] },
    ...{ others: JSON.stringify(others), result: result && JSON.stringify(result) },
    ...{ common, ending, reason, declined: declined && JSON.stringify(declined) },
  };
}

/** What our host should hear of; null for what it sees when it looks. */
function newsOf(known: ReceivedAsking, shown: AskingShown): AskingReceived["what"] | null {
  if (known.seenVersion === 0) return "asked";
  if (isOver(shown.standing) && !isOver(known.standing)) return isTaken(shown) ? "accepted" : "over";
  if (shown.chosen !== null && shown.chosen !== known.chosen) return "chosen";
  return isPassedOver(known, shown) ? "passed-over" : resultNews(known, shown);
}

/** What is new of what the lead proposes: the association has said no to it, or our host is to agree. */
function resultNews(known: ReceivedAsking, { declined, chosen, result }: AskingShown): "declined" | "result" | null {
  if (declined !== null && declined.version !== known.declined?.version) return "declined";
  const agrees = chosen === "partner" && result?.paper === null;
  return agrees && result.version !== known.result?.version ? "result" : null;
}

/** The association takes what our host is part of. */
const isTaken = ({ ending, chosen }: AskingShown): boolean =>
  chosen !== null && (ending === "offer" || ending === "quote");

/** Our host would have taken part, and others were chosen. */
const isPassedOver = ({ standing, answer }: ReceivedAsking, shown: AskingShown): boolean =>
  shown.standing === "led" &&
  standing === "open" &&
  shown.chosen === null &&
  (answer === "lead" || answer === "partner");

const isOver = (standing: ReceivedAsking["standing"]): boolean => standing !== "open" && standing !== "led";

/** Forgets all of an asking: its association has erased it. */
export async function forgetReceived(tx: Transaction, document: string): Promise<void> {
  await tx.deleteFrom("receivedAskings").where("document", "=", document).execute();
}

/** Forgets what changed last so long ago, and what was named but never shown. */
export async function sweepReceived(tx: Transaction, now: Date): Promise<void> {
  await tx
    .deleteFrom("receivedAskings")
    .where((row) =>
      row.or([
        row("changed", "<", new Date(now.getTime() - days.kept * day)),
        row.and([row("seenVersion", "=", 0), row("received", "<", new Date(now.getTime() - 14 * day))]),
      ]),
    )
    .execute();
}
