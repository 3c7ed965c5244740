import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { failedDeliveries } from "../../federation/figures.ts";
import {
  type AvailabilityState,
  availabilityStates,
  expiryOf,
  refusalOf,
  takesIn,
} from "../../src/availability/availability.ts";
import { confirmAvailability } from "../../src/availability/changes.ts";
import { askedDays, isRenewable, validDaysOf, withState } from "../../src/availability/due.ts";
import { findAvailability } from "../../src/availability/queries.ts";
import { availabilityTasks } from "../../src/availability/task-parts.tsx";
import { dayOf } from "../../src/foundation/day.ts";
import { placeTasks } from "../../src/places/task-parts.tsx";
import { deliveryTasks, messageTasks, peerTasks, reportTasks } from "../../src/today/task-parts.tsx";
import { countWaiting, listTasks, type TaskSource } from "../../src/web/desk-tasks.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(2);
const now = new Date("2026-11-24T10:00:00Z");
const day = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * day);
const person = { id: crypto.randomUUID(), name: "Ada", email: "ada@example.org", session: "", role: "editor" } as const;
const asked = { now, language: "fr", person } as const;

/** An offer with what was last said of it: so long ago, for so many days; or nothing. */
const anOffer = fc.record({
  state: fc.constantFrom("published", "draft", "withdrawn"),
  said: fc.option(
    fc.record({
      state: fc.constantFrom(...availabilityStates),
      ago: fc.integer({ min: 0, max: 40 }),
      validDays: fc.integer({ min: 1, max: 60 }),
      opening: fc.option(fc.integer({ min: -10, max: 40 })),
    }),
  ),
});
type AnOffer = typeof anOffer extends fc.Arbitrary<infer Offer> ? Offer : never;

async function keep(offers: readonly AnOffer[]): Promise<void> {
  await sql`truncate offers, handles, availabilities cascade`.execute(db);
  for (const [index, { state, said }] of offers.entries()) {
    const id = crypto.randomUUID();
    await db
      .insertInto("handles")
      .values({ id, name: `o${index}`, kind: "offer" })
      .execute();
    const content = JSON.stringify({ title: `Offre ${index}.`, language: "fr" });
    const whole = { id, slug: `o${index}`, position: index, content, state, created: now, changed: now };
    const dates = { published: state === "draft" ? null : now, withdrawn: state === "withdrawn" ? now : null };
    await db
      .insertInto("offers")
      .values({ ...whole, ...dates })
      .execute();
    if (said === null) continue;
    const nextOpening = said.opening === null ? null : dayOf(inDays(said.opening));
    const statement = { ...withState(null, said.state, "2000-01-01"), nextOpening };
    const confirmed = inDays(-said.ago);
    const expires = expiryOf(statement, confirmed, said.validDays);
    const { state: says, ...details } = statement;
    await db
      .insertInto("availabilities")
      .values({ offer: id, state: says, details: JSON.stringify(details), confirmed, expires })
      .execute();
  }
}

test("each published offer that says nothing, or nothing for more than a week, is named by one task, and no other is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anOffer, { maxLength: 8 }), async (offers) => {
      await keep(offers);
      const tasks = await availabilityTasks.list(db, asked);
      const rows = await db
        .selectFrom("offers")
        .leftJoin("availabilities", "availabilities.offer", "offers.id")
        .select(["slug", "offers.state as stands", "availabilities.expires"])
        .execute();
      for (const row of rows) {
        const near = row.expires === null || row.expires.getTime() - now.getTime() <= askedDays * day;
        const named = tasks.filter(({ title }) => title.startsWith(`Offre ${row.slug.slice(1)}.`));
        expect(named).toHaveLength(row.stands === "published" && near ? 1 : 0);
      }
    }),
    { numRuns: 40 },
  );
});

test("the menu counts just what the tasks stand for, source by source", async () => {
  const sources: readonly TaskSource[] = [
    availabilityTasks,
    placeTasks,
    messageTasks,
    reportTasks,
    peerTasks,
    deliveryTasks(failedDeliveries),
  ];
  const few = fc.integer({ min: 0, max: 3 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anOffer, { maxLength: 4 }),
      few,
      few,
      few,
      fc.nat(8),
      async (offers, messages, reports, peers, requests) => {
        await keep(offers);
        await fill(messages, reports, peers);
        await ask(requests);
        const counted = await countWaiting(db, sources, now);
        const tasks = await listTasks(db, sources, asked);
        expect(tasks.reduce((sum, { things }) => sum + things, 0)).toBe(counted.today);
        for (const source of sources) {
          const alone = await countWaiting(db, [source], now);
          const things = (await source.list(db, asked)).reduce((sum, task) => sum + task.things, 0);
          expect(things).toBe(alone[source.place] ?? 0);
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** As many of each as wait, and one more of each that does not. */
async function fill(messages: number, reports: number, peers: number): Promise<void> {
  await sql`truncate messages, reports, peers cascade`.execute(db);
  await sql`insert into messages (id, recipients, author, kind, visibility, content, answered, received)
    select 'https://a.example/' || n, '{}', 'https://a.example/u', case when n = -1 then 'news' else 'mention' end, 'direct', '',
      case when n = 0 then now() end, now() from generate_series(-1, ${messages}::integer) as n`.execute(db);
  await sql`insert into reports (id, reporter, objects, content, handled)
    select 'https://a.example/' || n, 'https://a.example/u', '{}', '', case when n = 0 then now() end
    from generate_series(0, ${reports}::integer) as n`.execute(db);
  await sql`insert into peers (id, origin, actor, name, ours, theirs, seen)
    select gen_random_uuid(), 'https://p' || n || '.example', 'https://p' || n || '.example/a', 'P' || n, 'none',
      case when n = 0 then 'approved' else 'pending' end, now() from generate_series(0, ${peers}::integer) as n`.execute(
    db,
  );
}

/** As many requests for a place as wait, and one more that does not, in the first offer. */
async function ask(requests: number): Promise<void> {
  await sql`insert into place_requests (id, form, offer, name, people, message, contact, contact_kind, language, state, received, changed, waiting)
    select gen_random_uuid(), gen_random_uuid(), (select id from offers limit 1), 'Asso ' || n, 12, '', 'a@example.org', 'email', 'fr',
      case when n > 0 then 'received' else 'declined' end, ${now}, ${now}, case when n > 0 then ${now}::timestamptz end
    from generate_series(0, ${requests}::integer) as n where exists (select from offers)`.execute(db);
}

test("“still true” is offered just where it makes what was said hold for longer", async () => {
  await fc.assert(
    fc.asyncProperty(anOffer, async (offer) => {
      await keep([{ ...offer, state: "published" }]);
      const { id } = await db.selectFrom("offers").select("id").executeTakeFirstOrThrow();
      const before = await findAvailability(db, id);
      if (before === null) return;
      const outcome = await db.transaction().execute((tx) => confirmAvailability(tx, "o0", { now }));
      const longer = outcome.done && outcome.value.expires > before.expires;
      expect(isRenewable(before, now)).toBe(longer);
      if (outcome.done) expect(validDaysOf(outcome.value)).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test("a press says whatever state, unless a date is missing, and never more places than there were", () => {
  const statement = fc.record({
    ...{
      state: fc.constantFrom<AvailabilityState>(...availabilityStates),
      slots: fc.option(fc.integer({ min: 0, max: 9 })),
    },
    ...{
      capacity: fc.option(fc.integer({ min: 9, max: 20 })),
      nextOpening: fc.option(fc.constantFrom("2026-11", "2027-03", "2020-01-01")),
    },
    ...{
      waves: fc.constant([]),
      approval: fc.option(fc.string()),
      territory: fc.constant(null),
      message: fc.option(fc.string()),
    },
  });
  fc.assert(
    fc.property(fc.option(statement), fc.constantFrom(...availabilityStates), (said, state) => {
      const next = withState(said, state, dayOf(now));
      const reason = refusalOf(next, dayOf(now));
      expect([null, ...(state === "between-waves" ? ["next-opening-missing"] : [])]).toContain(reason);
      expect(next.slots === null || (takesIn(state) && next.slots === said?.slots)).toBe(true);
      expect(next.message).toBeNull();
      expect(next.capacity).toBe(said?.capacity ?? null);
    }),
  );
});
