import { afterAll, beforeAll, expect, test } from "vitest";
import { activityIri } from "../../federation/addresses.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import {
  acceptPartnership,
  askPartnership,
  counterPartnership,
  declinePartnership,
  endPartnership,
  type Proposed,
  showPartnership,
  withdrawPartnership,
} from "../../src/partnerships/changes.ts";
import { expirePartnerships } from "../../src/partnerships/hearing.ts";
import { isOver } from "../../src/partnerships/life.ts";
import {
  type Partnership,
  type PartnershipKind,
  type PartnershipState,
  partnershipKinds,
  partnershipStates,
} from "../../src/partnerships/partnership.ts";
import { listPartnerships } from "../../src/partnerships/queries.ts";
import { dice } from "../support/pledge-model.ts";
import type { Json } from "../support/receiving.ts";
import { meet, type Side, startSide } from "../support/two-hosts.ts";

/** Two hosts that know each other. */
type Pair = readonly [one: Side, other: Side];
const pairs: Pair[] = [];
const sideBySide = 3;
beforeAll(async () => {
  for (let at = 0; at < sideBySide; at += 1) {
    const [one, other] = [await startSide("https://hote-a.example"), await startSide("https://hote-b.example")];
    pairs.push([one, other]);
    await meet(one, other.own.actor);
    await meet(other, one.own.actor);
  }
});
afterAll(async () => {
  for (const side of pairs.flat()) await side[Symbol.asyncDispose]();
});

type Roll = (below: number) => number;
const hour = 3_600_000;

function proposed(kind: PartnershipKind, roll: Roll): Proposed {
  return {
    ...{ kind, rolesOffered: ["hosting"], rolesWanted: ["training"] },
    ...{ message: "Ensemble ?", about: null, shown: roll(2) === 0 },
    expires: roll(3) === 0 ? new Date(Date.now() + hour) : null,
  };
}

/** Somebody at one side does something, whatever comes to mind. */
async function doSomething(tx: Transaction, { id, kind }: Partnership, roll: Roll): Promise<void> {
  const now = new Date();
  const deeds = [
    () => acceptPartnership(tx, id, { shown: roll(2) === 0, now }),
    () => acceptPartnership(tx, id, { shown: true, now }),
    () => declinePartnership(tx, id, null, { now }),
    () => counterPartnership(tx, id, proposed(kind, roll), { now }),
    () => withdrawPartnership(tx, id, { now }),
    () => endPartnership(tx, id, { now }),
    () => endPartnership(tx, id, { now }),
    () => showPartnership(tx, id, roll(2) === 0, { now }),
  ];
  await deeds[roll(deeds.length)]?.();
}

/** Loses, doubles and reorders what is put in; nothing comes back by itself. */
class Channel {
  readonly #under: Json[] = [];
  readonly #roll: Roll;
  constructor(roll: Roll) {
    this.#roll = roll;
  }
  put(messages: readonly Json[]) {
    for (const message of messages) {
      const luck = this.#roll(10);
      this.#under.push(...(luck < 3 ? [] : luck < 6 ? [message, message] : [message]));
    }
  }
  take(most: number): Json[] {
    return Array.from({ length: Math.min(most, this.#under.length) }, () =>
      this.#under.splice(this.#roll(this.#under.length), 1),
    ).flat();
  }
}

interface Way {
  readonly from: Side;
  readonly to: Side;
  readonly channel: Channel;
}

async function pass({ from, to, channel }: Way, roll: Roll): Promise<void> {
  const { messages, looks } = await from.take();
  channel.put(messages);
  for (const id of looks) if (roll(3) > 0) await from.look(id, to, roll(4) > 0);
  await to.hear(...channel.take(roll(9)));
}

/** Each side does as it does every day, over a channel that holds, until a day changes nothing. */
async function settle(ways: readonly Way[], seed: number): Promise<void> {
  let before = "";
  for (let day = 0; day < 8; day += 1) {
    for (const way of ways) await liveADay(way);
    const after = JSON.stringify(await Promise.all(ways.map(({ from }) => whatIsKnown(from))));
    if (after === before) return;
    before = after;
  }
  throw new Error(`${seed}: every day changes something`);
}

async function whatIsKnown({ site }: Side) {
  const all = await listPartnerships(site.db);
  return all.map(({ id, state, document, theirShown, settled }) => [id, state, document, theirShown, settled]).sort();
}

async function liveADay({ from, to }: Way): Promise<void> {
  for (const { id, settled } of await listPartnerships(from.site.db)) if (settled === null) await from.look(id, to);
  const { messages, looks } = await from.take();
  await to.hear(...messages);
  for (const id of looks) await from.look(id, to);
}

async function clear(pair: Pair): Promise<void> {
  for (const { site } of pair) await site.db.deleteFrom("partnerships").execute();
}

/** What each side thinks of each request, by the address of what asked it. */
async function thoughts({ site }: Side): Promise<ReadonlyMap<string, Partnership>> {
  const all = await listPartnerships(site.db);
  return new Map(all.map((one) => [one.side === "asker" ? activityIri(site.origin, one.offer) : one.offer, one]));
}

const runs = 1_000;
/** How the runs left what was asked. */
const ends = new Set<PartnershipState>();
const atOnce = 2 * partnershipKinds.length;

test(`whatever is lost, doubled or late, both hosts end up thinking the same: ${runs} random runs`, async () => {
  const seeds = Array.from({ length: Math.ceil(runs / atOnce) }, (_, at) => at + 1);
  await Promise.all(
    pairs.map(async (pair) => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await runSome(pair, seed);
    }),
  );
  expect([...ends].sort(), "every way in which it may stand").toEqual([...partnershipStates].sort());
}, 600_000);

/** So many runs over one channel: one request of each kind, each way. */
async function runSome(pair: Pair, seed: number): Promise<void> {
  const [one, other] = pair;
  const roll = dice(seed * 7_919);
  const ways = [
    { from: one, to: other, channel: new Channel(roll) },
    { from: other, to: one, channel: new Channel(roll) },
  ];
  await clear(pair);
  for (const way of ways) await askAll(way, roll);
  for (let step = 0; step < 7; step += 1) for (const way of ways) await takeAStep(way, roll);
  await settle(ways, seed);
  for (const { from } of ways) await letTimePass(from);
  await settle(ways, seed);
  await compare(pair, seed);
}

async function askAll({ from, to }: Way, roll: Roll): Promise<void> {
  const whom = { actor: to.own.actor, name: "L’autre", page: to.own.actor };
  await from.site.change(async (tx) => {
    for (const kind of partnershipKinds)
      await askPartnership(tx, { ...proposed(kind, roll), to: whom, batch: null }, { now: new Date() });
  });
}

async function takeAStep(way: Way, roll: Roll): Promise<void> {
  await way.from.site.change(async (tx) => {
    for (const found of await listPartnerships(tx)) if (roll(3) === 0) await doSomething(tx, found, roll);
  });
  if (roll(10) === 0) await letTimePass(way.from);
  await pass(way, roll);
}

const letTimePass = ({ site }: Side) => site.change((tx) => expirePartnerships(tx, new Date(Date.now() + 2 * hour)));

async function compare([one, other]: Pair, seed: number): Promise<void> {
  const [ours, theirs] = [await thoughts(one), await thoughts(other)];
  for (const [offer, mine] of [...ours, ...theirs]) {
    ends.add(mine.state);
    const [asker, asked] = [ours, theirs].map((all) => all.get(offer)).toSorted((a) => (a?.side === "asker" ? -1 : 1));
    const story = `${seed} ${offer} ${mine.side}`;
    if (asked === undefined || asker === undefined) {
      expect(isOver(mine.state), `${story} ${mine.state}: the other has never heard of it`).toBe(true);
      continue;
    }
    expect([asker.state, story]).toEqual([asked.state === "received" ? "sent" : asked.state, story]);
    if (asker.state !== "accepted") continue;
    expect([asker.theirShown, asked.theirShown, asker.public, story]).toEqual([
      ...[asked.shown, asker.shown, asker.shown && asked.shown, story],
    ]);
  }
}
