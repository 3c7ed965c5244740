import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustOf } from "../../src/catalogue/gossip.ts";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { isApprovedByHand, trustInPeer } from "../../src/peers/peer.ts";
import { freshDatabase } from "../support/database.ts";
import { actorAt, know, peerWith } from "../support/known-hosts.ts";

let db: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = openDatabase(openPool(fresh.url, 2, () => {}));
  drop = fresh.drop;
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

const relations = ["none", "requested", "approved", "rejected"] as const;
const relationsOfTheirs = ["none", "pending", "approved", "rejected"] as const;
const host = fc.record({
  state: fc.constantFrom("candidate", "known", "hidden"),
  blocked: fc.boolean(),
  peer: fc.option(
    fc.record({
      ours: fc.constantFrom(...relations),
      theirs: fc.constantFrom(...relationsOfTheirs),
      decision: fc.constantFrom(null, "approved", "rejected", "welcomed"),
    }),
    { nil: null },
  ),
});
const graph = fc.record({
  hosts: fc.array(host, { minLength: 1, maxLength: 8 }),
  vouches: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()), { maxLength: 20 }),
  needed: fc.integer({ min: 1, max: 3 }),
});
type Graph = typeof graph extends fc.Arbitrary<infer Some> ? Some : never;

const originOf = (n: number) => `https://h${n}.example`;

/** The graph as rows: host 0 is our own. */
async function lay({ hosts, vouches, needed }: Graph): Promise<void> {
  await db.deleteFrom("instances").execute();
  for (const table of ["peers", "blocks", "swarmSettings"] as const) await db.deleteFrom(table).execute();
  await db.insertInto("swarmSettings").values({ vouchesNeeded: needed }).execute();
  for (const [n, one] of hosts.entries()) {
    if (n === 0) await know(db, { origin: originOf(n), source: "own" });
    else await layHost(n, one);
  }
  const within = vouches.filter(([from, to]) => from !== to && Math.max(from, to) < hosts.length);
  for (const [at, vouch] of within.entries()) await layVouch(at, vouch);
}

async function layHost(n: number, { state, blocked, peer }: Graph["hosts"][number]): Promise<void> {
  await know(db, { origin: originOf(n), state });
  if (peer && (peer.ours !== "none" || peer.theirs !== "none")) await peerWith(db, originOf(n), peer);
  if (!blocked) return;
  await db
    .insertInto("blocks")
    .values({ id: crypto.randomUUID(), domain: `h${n}.example` })
    .execute();
}

async function layVouch(at: number, [from, to, withdrawn]: Graph["vouches"][number]): Promise<void> {
  const [voucher, vouched, now] = [actorAt(originOf(from)), actorAt(originOf(to)), new Date()];
  const row = { address: `${originOf(from)}/v/${at}`, voucher, vouched, given: now, asked: now };
  await db
    .insertInto("catalogueVouches")
    .values({ ...row, withdrawn: withdrawn ? now : null })
    .execute();
}

/** The pure rule, asked twice: first who is of level 4, then whom these vouch for. */
function byTheRule({ hosts, vouches, needed }: Graph): readonly number[] {
  const levelOf = (n: number, counted: number) => {
    const { state, blocked, peer } = hosts[n] ?? { state: "candidate", blocked: false, peer: null };
    const approved = peer !== null && isApprovedByHand(peer);
    const standing = { blocked: blocked && n > 0, own: n === 0, known: state !== "candidate", approved };
    return trustOf({ ...standing, vouches: counted }, needed);
  };
  const vouchersOf = (n: number) => new Set(vouches.filter(([, to, gone]) => to === n && !gone).map(([from]) => from));
  return hosts.map((_, n) => {
    const counted = [...vouchersOf(n)].filter((from) => from !== n && from < hosts.length && levelOf(from, 0) === 4);
    return levelOf(n, counted.length);
  });
}

const settle = () => db.transaction().execute((tx) => settleTrust(tx, new Date()));

async function settled(): Promise<readonly number[]> {
  const rows = await db.selectFrom("catalogueHosts").select("trust").orderBy("origin").execute();
  return rows.map(({ trust }) => trust);
}

test("trust as the database settles it is trust as the rule has it, whoever vouches for whom", async () => {
  await fc.assert(
    fc.asyncProperty(graph, async (some) => {
      await lay(some);
      await settle();
      expect(await settled()).toEqual(byTheRule(some));
      await settle();
      expect(await settled()).toEqual(byTheRule(some));
    }),
    { numRuns: 40 },
  );
});

test("hosts that vouch for each other, however many, gain nothing by it", async () => {
  const known = { state: "known" as const, blocked: false, peer: null };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 8 }), async (count) => {
      const numbers = Array.from({ length: count }, (_, n) => n + 1);
      const vouches = numbers.flatMap((from) => numbers.map((to) => [from, to, false] as [number, number, boolean]));
      await lay({ hosts: [known, ...numbers.map(() => known)], vouches, needed: 1 });
      await settle();
      expect(await settled()).toEqual([4, ...numbers.map(() => 2)]);
    }),
    { numRuns: 5 },
  );
});

test("an instance is trusted as its host would be, of whom nobody says anything more than what let it in", () => {
  const peers = relations.flatMap((ours) =>
    relationsOfTheirs.flatMap((theirs) =>
      ([null, "approved", "rejected", "welcomed"] as const).flatMap((decision) =>
        [true, false].map((blocked) => ({ ours, theirs, decision, blocked })),
      ),
    ),
  );
  for (const peer of peers) {
    const isIn = peer.ours === "approved" || peer.theirs === "approved";
    const vouches = isIn && peer.theirs !== "pending" && peer.decision === "welcomed" ? 1 : 0;
    const standing = { blocked: peer.blocked, own: false, known: true, approved: isApprovedByHand(peer), vouches };
    expect(trustInPeer(peer), JSON.stringify(peer)).toBe(trustOf(standing, 1));
  }
});
