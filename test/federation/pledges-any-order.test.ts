import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDocument } from "../../federation/documents.ts";
import { dice } from "../support/pledge-model.ts";
import { agreementBy, type OpenRequest, offerOf, openRequest, standing, undoOf } from "../support/pledging.ts";
import { act, type Json, type Receiving, startReceiving } from "../support/receiving.ts";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
});
afterAll(() => site[Symbol.asyncDispose]());

const servers = 20;
const actors = 40;
const actorAt = (n: number) => `https://s${n % servers}.domaine${n % servers}.example/users/u${n}`;

interface Promise {
  readonly owner: string;
  readonly agreement: ReturnType<typeof agreementBy>;
  version: number;
  withdrawn: boolean;
  cents: number;
  /** Offers of it that were sent: none of them is ever lost for good. */
  readonly offers: Json[];
}

/** What each server means to promise: all that the home instance may end up with, whatever came in which order and how often. */
class Meaning {
  readonly promises: Promise[] = [];
  total() {
    return this.promises.reduce((sum, { withdrawn, cents }) => (withdrawn ? sum : sum + cents), 0);
  }
}

const decimal = (cents: number) => (cents / 100).toFixed(2);
const broken = ["1e3", "0", "-5", "1.005", "12,50", " 7", "9999999999", 20, null, ""];

/** One act of somebody, as messages to be delivered; what is shown at their own address changes at once. */
function actOf(roll: (below: number) => number, meaning: Meaning, to: OpenRequest): readonly Json[] {
  const owner = actorAt(roll(actors));
  const one = meaning.promises[roll(meaning.promises.length || 1)];
  const choice = roll(10);
  if (one === undefined || choice < 3) return make(roll, meaning, owner, to);
  if (choice < 5) return change(roll, one, to);
  if (choice < 6) return withdraw(one, to);
  if (choice < 8) return [meddle(roll, owner, one, to)].flat();
  const amount = broken[roll(broken.length)];
  return [offerOf(owner, to, { ...agreementBy(owner, to, amount), id: undefined })];
}

function make(roll: (below: number) => number, meaning: Meaning, owner: string, to: OpenRequest) {
  const cents = 1 + roll(99_999);
  const agreement = agreementBy(owner, to, decimal(cents), { version: 1 });
  const offer = offerOf(owner, to, agreement);
  meaning.promises.push({ owner, agreement, version: 1, withdrawn: false, cents, offers: [offer] });
  site.documents.set(agreement.id, agreement);
  return [offer];
}

function change(roll: (below: number) => number, one: Promise, to: OpenRequest) {
  if (one.withdrawn) return [];
  one.version += 1;
  one.cents = 1 + roll(99_999);
  const { id } = one.agreement;
  const agreement = { ...agreementBy(one.owner, to, decimal(one.cents), { version: one.version }), id };
  site.documents.set(id, agreement);
  const offer = offerOf(one.owner, to, agreement);
  one.offers.push(offer);
  return [offer];
}

function withdraw(one: Promise, to: OpenRequest) {
  one.withdrawn = true;
  site.documents.delete(one.agreement.id);
  return [undoOf(one.owner, to, one.offers.at(-1) ?? {}, one.agreement.id)];
}

/** Somebody says that another's promise is theirs, changes it, or takes it back. */
function meddle(roll: (below: number) => number, other: string, one: Promise, to: OpenRequest): readonly Json[] {
  if (other === one.owner) return [];
  const offer = one.offers[0] ?? {};
  const kinds = [
    () => undoOf(other, to, offer, one.agreement.id),
    () => act("Undo", other, offer["id"], { to: [to.campaign] }),
    () => offerOf(other, to, one.agreement),
    () => offerOf(other, to, { ...agreementBy(one.owner, to, "1"), id: one.agreement.id }),
  ];
  return [kinds[roll(kinds.length)]?.() ?? {}];
}

/** A channel that loses, doubles and reorders what is put in; what was lost is sent again, as servers do. */
class Channel {
  readonly #under: Json[] = [];
  readonly #roll: (below: number) => number;
  readonly lost: Json[] = [];
  constructor(roll: (below: number) => number) {
    this.#roll = roll;
  }
  put(messages: readonly Json[]) {
    for (const message of messages) {
      const luck = this.#roll(10);
      if (luck < 2) this.lost.push(message);
      else this.#under.push(...(luck < 5 ? [message, message] : [message]));
    }
  }
  /** Some of what is under way, in any order. */
  take(most: number): Json[] {
    return Array.from({ length: Math.min(most, this.#under.length) }, () =>
      this.#under.splice(this.#roll(this.#under.length), 1),
    ).flat();
  }
}

test.each([1, 2])(
  "whatever is lost, doubled or late of 1,000 acts, the total is what was meant, to the cent (%i)",
  async (seed) => {
    const roll = dice(seed * 7_919);
    for (let n = 0; n < actors; n += 1) await site.know(actorAt(n));
    await site.db.deleteFrom("pledgeMessages").execute();
    const to = await openRequest(site, { goal: { mode: "all-or-nothing", minimum: "9000000.00" } });
    const [meaning, channel] = [new Meaning(), new Channel(roll)];
    for (let n = 0; n < 1_000; n += 1) {
      channel.put(actOf(roll, meaning, to));
      if (roll(3) === 0) await site.hear(...channel.take(5));
      if (n % 50 === 0) await site.db.deleteFrom("pledgeMessages").where("reason", "is not", null).execute();
    }
    await site.hear(...channel.take(Number.MAX_SAFE_INTEGER));
    await site.db
      .updateTable("pledgeMessages")
      .set({ heard: new Date(0) })
      .execute();
    await site.hear(...channel.lost);
    const { total, listed } = await standing(site, to.request);
    expect(meaning.total()).toBeGreaterThan(0);
    expect(total).toBe(meaning.total());
    expect(listed.filter(({ state }) => state === "promised")).toHaveLength(
      meaning.promises.filter(({ withdrawn }) => !withdrawn).length,
    );
  },
  300_000,
);

test("twenty copies of each act, in any order, make no difference", async () => {
  const roll = dice(42);
  for (let n = 0; n < actors; n += 1) await site.know(actorAt(n));
  await site.db
    .updateTable("pledgeMessages")
    .set({ heard: new Date(0) })
    .execute();
  const to = await openRequest(site);
  const meaning = new Meaning();
  const messages = Array.from({ length: 20 }, () => actOf(roll, meaning, to)).flat();
  const copies = messages.flatMap((message) => Array.from({ length: 20 }, () => ({ message, at: roll(1_000_000) })));
  await site.hear(...copies.sort((one, other) => one.at - other.at).map(({ message }) => message));
  expect((await standing(site, to.request)).total).toBe(meaning.total());
  const answered = await site.db.selectFrom("pledgeMessages").select("message").execute();
  expect(new Set(answered.map(({ message }) => message)).size).toBe(answered.length);
  expect(await findDocument(site.db, site.reach, `/ap/agreements/${randomUUID()}`)).toBeNull();
});
