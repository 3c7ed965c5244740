import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { relationshipIri } from "../../federation/addresses.ts";
import { findOwnHost } from "../../federation/partnerships.ts";
import { afterTheirs, type PartnershipDeed } from "../../src/partnerships/life.ts";
import { type PartnershipSide, type PartnershipState, partnershipStates } from "../../src/partnerships/partnership.ts";
import { findPartnership, listPartnerships } from "../../src/partnerships/queries.ts";
import { act, alice, bob, type Json, mallory, type Receiving, startReceiving } from "../support/receiving.ts";

const blocked = "https://bloque.example/users/carole";
let site: Receiving;
let host: string;
beforeAll(async () => {
  site = await startReceiving();
  host = (await findOwnHost(site.db, site.origin))?.actor ?? "";
  await site.know(blocked);
  await site.db.insertInto("blocks").values({ id: randomUUID(), domain: "bloque.example" }).execute();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Row {
  readonly id: string;
  readonly offer: string;
  readonly document: string;
}

/** One that stands here in this state, with this host. */
async function standing(side: PartnershipSide, state: PartnershipState, other: string): Promise<Row> {
  const [id, now] = [randomUUID(), new Date("2026-11-20T10:00:00Z")];
  const document = `${new URL(other).origin}/relationships/${id}`;
  const offer = side === "asker" ? randomUUID() : `${new URL(other).origin}/offers/${id}`;
  await site.db
    .insertInto("partnerships")
    .values({
      ...{ id, side, state, other, otherName: "Ailleurs", otherPage: other, kind: "joint-offer", message: "" },
      ...{ rolesOffered: [], rolesWanted: [], shown: true, offer, asked: now, changed: now },
      document: side === "asked" || state === "accepted" || state === "ended" ? document : null,
    })
    .execute();
  return { id, offer, document };
}

/** What somebody says of it, whoever that is. */
const messages: Readonly<Record<string, (row: Row, side: PartnershipSide, by: string) => Json>> = {
  accept: ({ id, offer, document }, side, by) =>
    said("Accept", by, side === "asker" ? `${site.origin}/ap/activities/${offer}` : offer, {
      result: { id: document, type: "Relationship", context: relationshipIri(site.origin, id) },
    }),
  decline: ({ offer }, _, by) => said("Reject", by, `${site.origin}/ap/activities/${offer}`),
  counter: ({ offer }, _, by) => said("TentativeAccept", by, `${site.origin}/ap/activities/${offer}`),
  withdraw: ({ offer, document }, _, by) => said("Undo", by, { id: offer, type: "Offer", actor: by, object: document }),
  end: ({ document }, _, by) => said("Delete", by, document),
  show: ({ document }, _, by) => said("Update", by, { id: document, type: "Relationship", attributedTo: by }),
};

const said = (type: string, by: string, object: unknown, more: Json = {}) =>
  act(type, by, object, { to: [host], ...more });

const cases = (["asker", "asked"] as const).flatMap((side) =>
  partnershipStates
    .filter((state) => state !== (side === "asker" ? "received" : "sent"))
    .map((state) => [side, state] as const),
);

test.each(cases)(
  "whatever is said to our host as %s of what is %s has the effect of the table, from the other host alone",
  async (side, state) => {
    for (const [deed, write] of Object.entries(messages)) {
      const row = await standing(side, state, bob);
      const before = await findPartnership(site.db, row.id);
      for (const stranger of [alice, mallory]) await site.hear(write(row, side, stranger));
      expect(await findPartnership(site.db, row.id), `${deed} of a stranger`).toEqual(before);

      const message = write(row, side, bob);
      await site.hear(message, message);
      const after = await findPartnership(site.db, row.id);
      expect([deed, after?.state]).toEqual([deed, expected(side, state, deed as PartnershipDeed, row)]);

      const silenced = await standing(side, state, blocked);
      await site.hear(write(silenced, side, blocked));
      expect((await findPartnership(site.db, silenced.id))?.state, `${deed} of one that is blocked`).toBe(state);
    }
  },
);

/** An acceptance counts once the other's document was seen; of a document that nobody named yet, there is no news. */
function expected(side: PartnershipSide, state: PartnershipState, deed: PartnershipDeed, row: Row): PartnershipState {
  const unknown = side === "asker" && !["accepted", "ended"].includes(state);
  if (deed === "accept" || (deed === "end" && unknown && row.document !== "")) return state;
  return afterTheirs(side, state, deed) ?? state;
}

const asking = (by: string, more: Json = {}): Json => {
  const id = `${new URL(by).origin}/relationships/${randomUUID()}`;
  const relationship = "https://w3id.org/essaim/ns#partnerOf";
  return { ...{ id, type: "Relationship", attributedTo: by, subject: by, relationship, object: host }, ...more };
};

test("a request is kept once, however often it comes, and marked where nobody trusts who asks", async () => {
  const offer = said(
    "Offer",
    bob,
    asking(bob, { content: "<p>Bonjour</p><script>alert(1)</script>", rolesOffered: ["hosting", "nonsense"] }),
  );
  await site.hear(offer, offer);
  const [kept] = (await listPartnerships(site.db)).filter((one) => one.offer === offer.id);
  expect(kept).toMatchObject({ state: "received", fromUnknown: true, rolesOffered: ["hosting"], kind: "joint-offer" });
  expect(kept?.message).not.toContain("<");
});

test("nobody asks in the name of another, of somebody else, or once it was taken back", async () => {
  const before = (await listPartnerships(site.db)).length;
  const takenBack = said("Offer", bob, asking(bob));
  await site.hear(
    said("Offer", mallory, asking(bob)),
    said("Offer", mallory, asking(mallory, { id: `${new URL(bob).origin}/relationships/x` })),
    said("Offer", bob, asking(bob, { object: alice })),
    said("Offer", bob, asking(bob, { subject: alice })),
    said("Offer", bob, asking(bob, { endTime: "2020-01-01T00:00:00Z" })),
    said("Offer", blocked, asking(blocked)),
    said("Undo", bob, { id: takenBack.id, type: "Offer", actor: bob, object: "https://ailleurs.example/r" }),
    takenBack,
  );
  expect((await listPartnerships(site.db)).length).toBe(before);
});

test("who asks too much is told so, and the rest is not kept", async () => {
  const eager = "https://presse.example/users/e";
  await site.know(eager);
  for (let n = 0; n < 21; n += 1) await site.hear(said("Offer", eager, asking(eager)));
  expect(await listPartnerships(site.db, { other: eager })).toHaveLength(20);
  const rejects = await site.db.selectFrom("outgoing").select("body").where("type", "=", "Reject").execute();
  expect(rejects.filter(({ body }) => body.includes(eager))).toHaveLength(1);
});
