import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { changeAvailability } from "../../src/availability/changes.ts";
import { AvailabilityInput } from "../../src/availability/form.ts";
import { findAvailability } from "../../src/availability/queries.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { sendMail } from "../../src/foundation/mail.ts";
import { createOffer, publishOffer, withdrawOffer } from "../../src/offers/changes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { answerRequest, followRequest, type HostDoing } from "../../src/places/answering.ts";
import { type Asking, changePlaceSettings, makeLink, receiveRequest } from "../../src/places/changes.ts";
import { eraseOldRequests, eraseRequest, lettersOf } from "../../src/places/erasing.ts";
import type { Asked } from "../../src/places/form.ts";
import { keepRequests, listMovingRequests, MovingRequest } from "../../src/places/moving.ts";
import { mostRequests } from "../../src/places/places.ts";
import {
  findRequest,
  findRequestByLink,
  listEntries,
  listErased,
  listRequests,
  listWaitingRequests,
} from "../../src/places/queries.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(8);
let offer: string;
const now = new Date("2026-11-24T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const say = (said: object, when = now) =>
  change((tx) => changeAvailability(tx, "courriel", AvailabilityInput.parse(said), { now: when }));

const asso: Asked = {
  name: "Les Jardins du Lavoir",
  people: 20,
  message: "Une adresse pour chacun, avant le printemps.",
  contact: { kind: "email", address: "jardins@example.org" },
};
let number = 0;
const ask = (more: Partial<Asked> = {}, asking: Partial<Asking> = {}) => {
  number += 1;
  const asked = { ...asso, contact: { kind: "email" as const, address: `a${number}@example.org` }, ...more };
  return change((tx) => receiveRequest(tx, asked, { offer, form: randomUUID(), language: "fr", now, ...asking }));
};
const received = async (more: Partial<Asked> = {}, asking: Partial<Asking> = {}) => {
  const outcome = await ask(more, asking);
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
};
const answer = (id: string, doing: Partial<HostDoing> & Pick<HostDoing, "act">) =>
  change((tx) => answerRequest(tx, id, { text: "Bonjour", account: null, now, ...doing }));
const accept = (id: string, seen: number | null, full: "closed" | "waiting-list" = "closed") =>
  answer(id, { act: "accept", text: null, slots: { seen, full } });
const stateOf = async (id: string) => (await findRequest(db, id))?.state;
const slots = async () => {
  const said = await findAvailability(db, offer);
  return said && [said.state, said.slots];
};
const told = async () => {
  const rows = await db.selectFrom("events").select("name").where("name", "like", "place-%").orderBy("name").execute();
  return rows.map(({ name }) => name);
};

beforeEach(async () => {
  await sql`truncate offers, handles, events, availabilities, place_settings, place_request_counts cascade`.execute(db);
  await change(async (tx) => {
    const created = await createOffer(tx, StoredOffer.parse({ title: "Courriel", needs: ["email"] }), { now });
    if (created.done) offer = created.value.id;
    await publishOffer(tx, "courriel", now);
  });
  await say({ state: "limited", slots: 2, capacity: 10 });
});

describe("a request for a place", () => {
  test("is kept as it was asked, and waits for the host", async () => {
    const id = await received(asso);
    expect(await findRequest(db, id)).toEqual({
      ...{ ...asso, id, offer, slug: "courriel", title: "Courriel", language: "fr" },
      ...{ state: "received", slot: null, received: now, changed: now, waiting: now },
    });
    expect(await told()).toEqual(["place-requested"]);
  });

  test("that is sent twice at once is one request", async () => {
    const form = randomUUID();
    const sent = await Promise.all([ask(asso, { form }), ask(asso, { form }), ask(asso, { form })]);
    expect(new Set(sent.map((outcome) => outcome.done && outcome.value.id)).size).toBe(1);
    expect(sent.filter((outcome) => outcome.done && !outcome.value.again)).toHaveLength(1);
    expect(await listRequests(db)).toHaveLength(1);
    expect(await told()).toEqual(["place-requested"]);
  });

  test.each([
    [{ state: "open" }, true],
    [{ state: "by-approval" }, true],
    [{ state: "waiting-list" }, true],
    [{ state: "closed" }, false],
    [{ state: "paused" }, false],
    [{ state: "between-waves", nextOpening: "2099-03" }, false],
    [{ state: "ending" }, false],
  ])("can be made where people are taken in or listed: %j", async (said, open) => {
    await say(said);
    expect(await ask()).toMatchObject(open ? { done: true } : { done: false, reason: "not-open" });
  });

  test("cannot be made where the state is too old to be believed, nor of an offer that is withdrawn", async () => {
    expect(await ask({}, { now: later(61) })).toEqual({ done: false, reason: "not-open" });
    await change((tx) => withdrawOffer(tx, "courriel", now));
    expect(await ask()).toEqual({ done: false, reason: "not-open" });
  });

  test("is one too many when an offer, or an address, has had its number for the day", async () => {
    const contact = { kind: "email" as const, address: "Flood@example.org" };
    for (let i = 0; i < mostRequests.ofContact; i += 1) await received({ contact });
    const same = { contact: { ...contact, address: "flood@EXAMPLE.org" } };
    expect(await ask(same)).toEqual({ done: false, reason: "too-many-of-contact" });
    const left = mostRequests.ofOffer - mostRequests.ofContact;
    const rush = await Promise.all(Array.from({ length: left + 5 }, () => ask()));
    expect(rush.filter((outcome) => outcome.done)).toHaveLength(left);
    expect(await ask()).toEqual({ done: false, reason: "too-many-for-offer" });
    expect(await ask(same, { now: later(1.1) })).toMatchObject({ done: true });
  });
});

describe("a private link", () => {
  test("opens its request and no other, older links too, and only its digest is kept", async () => {
    const [id, other] = [await received(), await received()];
    const [first, second] = [await change((tx) => makeLink(tx, id, now)), await change((tx) => makeLink(tx, id, now))];
    expect(first).toMatch(/^[\w-]{43}$/);
    for (const token of [first, second]) expect((await findRequestByLink(db, token))?.id).toBe(id);
    expect(await findRequestByLink(db, first.toUpperCase())).toBeNull();
    const kept = JSON.stringify(await db.selectFrom("placeRequestLinks").selectAll().execute());
    for (const token of [first, second]) expect(kept).not.toContain(token);
    expect((await findRequest(db, other))?.id).toBe(other);
  });
});

describe("what the host does", () => {
  test("is kept in order with who did it, and told but for notes", async () => {
    const id = await received();
    await answer(id, { act: "note", text: "Qui connaît ?" });
    expect(await stateOf(id)).toBe("received");
    await answer(id, { act: "answer", text: "Pour quand ?", now: later(1) });
    await change((tx) => followRequest(tx, id, { act: "say", text: "Pour mars.", now: later(2) }));
    await answer(id, { act: "refer", text: "Plus près de vous.", referred: "Mille Sabots", now: later(3) });
    const all = (await listEntries(db, [id], { notes: true })).get(id) ?? [];
    expect(all.map(({ act, text, referred }) => [act, text, referred])).toEqual([
      ["note", "Qui connaît ?", null],
      ["answer", "Pour quand ?", null],
      ["say", "Pour mars.", null],
      ["refer", "Plus près de vous.", "Mille Sabots"],
    ]);
    const shown = (await listEntries(db, [id], { notes: false })).get(id) ?? [];
    expect(shown.map(({ act }) => act)).toEqual(["answer", "say", "refer"]);
    expect(await told()).toEqual([
      ...["place-request-answered", "place-request-answered"],
      ...["place-request-said", "place-requested"],
    ]);
  });

  test("is refused, and changes nothing, where the table does not have it, or without what it needs", async () => {
    const id = await received();
    expect(await answer(id, { act: "decline", text: null })).toEqual({ done: false, reason: "reason-missing" });
    expect(await answer(id, { act: "refer" })).toEqual({ done: false, reason: "host-missing" });
    expect(await answer(id, { act: "answer", text: null })).toEqual({ done: false, reason: "answer-missing" });
    expect(await answer(id, { act: "reopen" })).toEqual({ done: false, reason: "not-possible-now" });
    await answer(id, { act: "decline", text: "Trop loin." });
    expect(await accept(id, 2)).toEqual({ done: false, reason: "not-possible-now" });
    expect(await slots()).toEqual(["limited", 2]);
    expect((await listEntries(db, [id], { notes: true })).get(id)).toHaveLength(1);
  });

  test("is late once the days that it announced are over, the longest wait first", async () => {
    const [first, second] = [await received({}, { now: later(0) }), await received({}, { now: later(2) })];
    await received({}, { now: later(2) }).then((id) => answer(id, { act: "answer", now: later(2) }));
    const waiting = async (when: Date) =>
      (await listWaitingRequests(db, when)).map(({ request: { id }, days, late }) => [id, days, late]);
    expect(await waiting(later(4))).toEqual([
      [first, 4, false],
      [second, 2, false],
    ]);
    await change((tx) => changePlaceSettings(tx, { answerDays: 3, keptMonths: 12 }));
    expect(await waiting(later(4))).toEqual([
      [first, 4, true],
      [second, 2, false],
    ]);
    await answer(first, { act: "answer", now: later(4) });
    expect(await waiting(later(6))).toEqual([[second, 4, true]]);
    await change((tx) => followRequest(tx, first, { act: "say", text: "Merci !", now: later(6) }));
    expect(await waiting(later(7))).toEqual([
      [second, 5, true],
      [first, 1, false],
    ]);
  });
});

describe("an acceptance", () => {
  test("takes one of the counted places, and with the last one the offer is closed, or has a waiting list, as the host says", async () => {
    const ids = [await received(), await received(), await received()] as const;
    expect(await accept(ids[0], 2)).toMatchObject({ done: true });
    expect(await slots()).toEqual(["limited", 1]);
    expect(await accept(ids[1], 1, "waiting-list")).toMatchObject({ done: true });
    expect(await slots()).toEqual(["waiting-list", 0]);
    expect(await accept(ids[2], null)).toMatchObject({ done: true });
    expect(await slots()).toEqual(["waiting-list", 0]);
    const flips = await db
      .selectFrom("events")
      .select(sql<boolean>`(event ->> 'flipped')::boolean`.as("flipped"))
      .where("name", "=", "availability-changed")
      .execute();
    expect(flips.map(({ flipped }) => flipped).sort()).toEqual([false, true, true]);
  });

  test("is refused when another place went since the page was shown: two who accept at once take two, or one of them asks again", async () => {
    const [one, two] = [await received(), await received()];
    const outcomes = await Promise.all([accept(one, 2), accept(two, 2)]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.find(({ done }) => !done)).toEqual({ done: false, reason: "slots-changed" });
    expect(await slots()).toEqual(["limited", 1]);
  });

  test("that is undone gives the place back, and so does an asker who takes the request back", async () => {
    const [one, two] = [await received(), await received()];
    await accept(one, 2);
    await accept(two, 1);
    expect(await slots()).toEqual(["closed", 0]);
    expect(await answer(one, { act: "reopen", text: "Une erreur de notre part." })).toMatchObject({ done: true });
    expect([await stateOf(one), await slots()]).toEqual(["answered", ["limited", 1]]);
    await change((tx) => followRequest(tx, two, { act: "withdraw", text: null, now }));
    expect([await stateOf(two), await slots()]).toEqual(["withdrawn", ["limited", 2]]);
    await accept(one, 2);
    expect(await slots()).toEqual(["limited", 1]);
  });

  test("counts nothing where places are not counted, and its undoing opens nothing that was closed since", async () => {
    await say({ state: "open" });
    const id = await received();
    await accept(id, null);
    expect(await slots()).toEqual(["open", null]);
    await answer(id, { act: "reopen" });
    expect(await slots()).toEqual(["open", null]);
    await say({ state: "limited", slots: 1 });
    await accept(id, 1);
    await say({ state: "paused" });
    await answer(id, { act: "reopen" });
    expect(await slots()).toEqual(["paused", null]);
  });

  test("and its undoing leave the places right, whatever several people do at once", async () => {
    await say({ state: "limited", slots: 6, capacity: 6 });
    const ids = await Promise.all(Array.from({ length: 6 }, () => received()));
    const seen = async () => {
      const said = await findAvailability(db, offer);
      return said?.state === "limited" ? said.slots : null;
    };
    const insist = async (id: string): Promise<void> => {
      const outcome = await accept(id, await seen());
      if (!outcome.done && outcome.reason === "slots-changed") await insist(id);
    };
    const work = async (id: string) => {
      for (const undo of [true, true, false]) {
        await insist(id);
        if (undo) await answer(id, { act: "reopen" });
      }
    };
    await Promise.all(ids.slice(0, 4).map(work));
    expect(await slots()).toEqual(["limited", 2]);
  });
});

describe("what an asker writes", () => {
  test("waits for the host again, once when it is sent twice, and not for ever", async () => {
    const id = await received();
    await answer(id, { act: "answer" });
    const write = (text: string) => change((tx) => followRequest(tx, id, { act: "say", text, now: later(1) }));
    const [first, again] = [await write("Encore moi."), await write("Encore moi.")];
    expect(again).toEqual(first);
    expect(await findRequest(db, id)).toMatchObject({ state: "received", waiting: later(1) });
    for (let i = 1; i < mostRequests.messages; i += 1) expect(await write(`Encore ${i}`)).toMatchObject({ done: true });
    expect(await write("De trop")).toEqual({ done: false, reason: "too-many-messages" });
  });
});

describe("an erasure", () => {
  const everything = async () => {
    const { rows } = await sql<{ all: string }>`
      select coalesce((select json_agg(r) from place_requests r), '[]')::text
        || coalesce((select json_agg(r) from place_request_entries r), '[]')::text
        || coalesce((select json_agg(r) from place_request_links r), '[]')::text
        || coalesce((select json_agg(r) from events r), '[]')::text
        || coalesce((select json_agg(r) from graphile_worker._private_jobs r), '[]')::text as all`.execute(db);
    return rows[0]?.all ?? "";
  };

  test("leaves nothing but a number, not even a letter that has not left", async () => {
    const id = await received(asso);
    await answer(id, { act: "answer", text: "Bonjour les Jardins" });
    await change((tx) => makeLink(tx, id, now));
    const mail = { smtpUrl: "smtp://127.0.0.1:1", mailFrom: "essaim@pomme.example" };
    const letter = { to: asso.contact.address, subject: "Votre demande", text: "Bonjour les Jardins" };
    await change((tx) => sendMail(tx, mail, letter, `${lettersOf(id)}1`));
    expect(await everything()).toContain("jardins@example.org");
    expect(await change((tx) => eraseRequest(tx, id, now))).toBe(true);
    expect(await everything()).not.toMatch(/jardins|printemps/i);
    expect(await listErased(db)).toEqual([{ year: 2026, state: "answered", erased: 1 }]);
    expect(await change((tx) => eraseRequest(tx, id, now))).toBe(false);
  });

  test("keeps a place that was given: who was accepted has it", async () => {
    const id = await received();
    await accept(id, 2);
    await change((tx) => eraseRequest(tx, id, now));
    expect(await slots()).toEqual(["limited", 1]);
  });

  test("comes by itself when the promised months are over since the last change", async () => {
    const [old, young] = [await received(), await received()];
    await answer(young, { act: "note", now: later(300) });
    expect(await change((tx) => eraseOldRequests(tx, later(364)))).toBe(0);
    expect(await change((tx) => eraseOldRequests(tx, later(367)))).toBe(1);
    expect([await stateOf(old), await stateOf(young)]).toEqual([undefined, "received"]);
    await change((tx) => changePlaceSettings(tx, { answerDays: null, keptMonths: 1 }));
    expect(await change((tx) => eraseOldRequests(tx, later(367)))).toBe(1);
    expect(await listErased(db)).toEqual([{ year: 2026, state: "received", erased: 2 }]);
  });
});

test("requests that move to another server are the same there, and their links go on opening them", async () => {
  const id = await received(asso);
  const token = await change((tx) => makeLink(tx, id, now));
  await answer(id, { act: "answer", account: null });
  await accept(id, 2);
  const moving = MovingRequest.array().parse(JSON.parse(JSON.stringify(await listMovingRequests(db))));
  const before = [await findRequest(db, id), await listEntries(db, [id], { notes: true })];
  expect(await change((tx) => keepRequests(tx, moving))).toBe(1);
  expect([await findRequest(db, id), await listEntries(db, [id], { notes: true })]).toEqual(before);
  expect((await findRequestByLink(db, token))?.id).toBe(id);
  expect(
    await change((tx) =>
      keepRequests(
        tx,
        moving.map((one) => ({ ...one, offer: randomUUID() })),
      ),
    ),
  ).toBe(0);
});
