import { randomUUID } from "node:crypto";
import type { Database } from "../../src/foundation/database.ts";
import { versionOf } from "../../src/offers/substance.ts";

const day = 86_400_000;
const times = () => ({ asked: new Date(), changed: new Date(), expires: new Date(Date.now() + day) });

/** An address at the server of this actor. */
export const addressOf = (by: string): string => `${new URL(by).origin}/relationships/${randomUUID()}`;

/** A partnership that another host asked for, and ours has agreed to; shown to nobody yet. */
export async function partnership(db: Database, other: string) {
  const [id, document] = [randomUUID(), addressOf(other)];
  await db
    .insertInto("partnerships")
    .values({
      ...{ id, side: "asked", state: "accepted", other, otherName: "Ailleurs", otherPage: other, message: "" },
      ...{ kind: "joint-offer", rolesOffered: [], rolesWanted: [], shown: false, document, ...times() },
      offer: `${new URL(other).origin}/offers/${id}`,
    })
    .execute();
  return { id, document };
}

/** Somebody whom another host pointed at ours (taker), or whom ours pointed there (giver). */
export async function referral(db: Database, side: "giver" | "taker", other: string) {
  const [id, document] = [randomUUID(), addressOf(other)];
  const offer = side === "giver" ? randomUUID() : `${new URL(other).origin}/offers/${id}`;
  await db
    .insertInto("referrals")
    .values({
      ...{ id, side, other, otherName: "Ailleurs", need: "De la place.", language: "fr", handing: "none" },
      ...{ state: "sent", offer, document: side === "taker" ? document : null, ...times() },
    })
    .execute();
  return { id, offer, document };
}

/** What somebody's site asks of our host, and our host has answered. */
export async function received(db: Database, asker: string) {
  const [id, document, now] = [randomUUID(), addressOf(asker), new Date()];
  const offer = `${new URL(asker).origin}/offers/${id}`;
  await db
    .insertInto("receivedAskings")
    .values({
      ...{ id, document, asker, offer, standing: "open", received: now, changed: now },
      ...{ answer: "partner", words: "Avec plaisir.", version: 1, answered: now, seenVersion: 1 },
    })
    .execute();
  return { id, document, offer };
}

/** What an association here asks of a host elsewhere. */
export async function asked(db: Database, host: string) {
  const [asking, id, offer, changed] = [randomUUID(), randomUUID(), randomUUID(), new Date()];
  const said = { name: "Les Lavandières", contact: "c@asso.example", language: "fr", need: "Un Nextcloud." };
  await db
    .insertInto("askings")
    .values({ id: asking, ...said, state: "open", made: changed, sent: changed, changed })
    .execute();
  await db
    .insertInto("askingHosts")
    .values({
      ...{ id, asking, number: 0, way: "essaim", host, name: "Ailleurs", state: "asked", token: randomUUID(), offer },
      changed,
    })
    .execute();
  return { id, offer };
}

/** A quote that our host leads, and asks another to sign. */
export async function paper(db: Database, own: string, other: string) {
  const [id, invite, changed] = [randomUUID(), randomUUID(), new Date()];
  const said = { title: "À plusieurs", about: "https://asso.example/1" };
  const terms = {
    ...{ text: null, invoicing: own, supportEntry: null, liability: null, total: null },
    parts: [own, other].map((actor) => ({ actor, roles: [], share: null, does: null })),
    onLeaving: { mode: "suspend" as const, words: null },
  };
  const version = versionOf({ ...said, content: null, terms });
  await db
    .insertInto("jointPapers")
    .values({
      ...{ id, kind: "quote", state: "awaiting", ...said, language: "fr", terms: JSON.stringify(terms), version },
      ...{ created: changed, changed },
    })
    .execute();
  await db
    .insertInto("jointPartners")
    .values({ paper: id, actor: other, position: 1, name: "Ailleurs", page: other, invite, changed })
    .execute();
  return { id, invite };
}
