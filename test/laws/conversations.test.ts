import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { paragraphsOf } from "../../src/foundation/plain-text.ts";
import { receiveMessages } from "../../src/messages/changes.ts";
import type { Message } from "../../src/messages/messages.ts";
import { domainsAround } from "../../src/peers/block.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(2);

/** Each message answers an earlier one, or begins. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 9 })
  .map((picks) => picks.map((pick, n) => (n === 0 || pick % 4 === 0 ? null : pick % n)));

const messageAt = (parents: readonly (number | null)[], n: number): Message => ({
  ...{ id: idOf(n), author: `https://a.example/users/${n}`, recipients: [], kind: "mention", visibility: "public" },
  ...{ content: "", language: null, url: null, continues: null, others: [], published: null, updated: null },
  inReplyTo: parents[n] === null || parents[n] === undefined ? null : idOf(parents[n]),
});
const idOf = (n: number): string => `https://a.example/notes/${n}`;

function rootOf(parents: readonly (number | null)[], n: number): number {
  const parent = parents[n] ?? null;
  return parent === null ? n : rootOf(parents, parent);
}

test("messages that answer each other are one conversation, in whatever order and company they come", async () => {
  const arrivals = trees.chain((parents) =>
    fc.record({
      parents: fc.constant(parents),
      order: fc.shuffledSubarray([...parents.keys()], { minLength: parents.length }),
      together: fc.integer({ min: 1, max: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ parents, order, together }) => {
      await db.deleteFrom("messages").execute();
      for (let from = 0; from < order.length; from += together) {
        const batch = order.slice(from, from + together).map((n) => messageAt(parents, n));
        await db.transaction().execute((tx) => receiveMessages(tx, batch));
      }
      const rows = await db.selectFrom("messages").select(["id", "conversation"]).execute();
      const places = new Map(rows.map(({ id, conversation }) => [id, conversation ?? id]));
      for (const n of parents.keys()) expect(places.get(idOf(n))).toBe(idOf(rootOf(parents, n)));
    }),
    { numRuns: 60 },
  );
});

test("messages that answer each other in a circle are kept, and nobody waits for ever", async () => {
  await db.deleteFrom("messages").execute();
  const circle = [2, 0, 1];
  const all = circle.map((_, n) => messageAt(circle, n));
  for (const one of all) await db.transaction().execute((tx) => receiveMessages(tx, [one]));
  expect(await db.selectFrom("messages").select("id").execute()).toHaveLength(3);
});

test("a text in paragraphs is still the same text, and what is a link is an address", () => {
  const word = fc.constantFrom(
    "a",
    "é",
    "https://b.example/c?d=1",
    "http://x",
    "(https://b.example/x)",
    "https://",
    "<b>",
  );
  const sign = fc.constantFrom(" ", ", ", "\n", "\n\n", ".", " \n \n ", "»");
  const text = fc.array(fc.tuple(word, sign), { maxLength: 12 }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(text, (written) => {
      const pieces = paragraphsOf(written).flat(2);
      const bare = (some: string) => some.replaceAll(/\s/g, "");
      expect(bare(pieces.map((piece) => piece.text).join(""))).toBe(bare(written));
      for (const { text: address, link } of pieces) if (link) expect(URL.canParse(address)).toBe(true);
    }),
  );
});

test.each([
  { written: "Voyez https://b.example/prix.", links: ["https://b.example/prix"] },
  { written: "(voir https://fr.wiki.example/Lyon_(ville))", links: ["https://fr.wiki.example/Lyon_(ville)"] },
  {
    written: "« https://b.example » et https://c.example/?a=1&b=2, voilà",
    links: ["https://b.example", "https://c.example/?a=1&b=2"],
  },
  { written: "javascript:alert(1) data:text/html,x http://", links: [] },
])("the links in $written are found", ({ written, links }) => {
  expect(
    paragraphsOf(written)
      .flat(2)
      .flatMap(({ text, link }) => (link ? [text] : [])),
  ).toEqual(links);
});

test("the database knows the same domains around an address as we do", async () => {
  const name = fc.constantFrom("a", "b-c", "example", "s1", "xn--t-zia");
  const host = fc.array(name, { minLength: 1, maxLength: 5 }).map((labels) => labels.join("."));
  const address = fc
    .tuple(
      fc.constantFrom("https://", "http://", "https://u:p@"),
      host,
      fc.constantFrom("", ".", ":8080"),
      fc.constantFrom("", "/x", "/@a?b=https://c.example"),
    )
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(fc.oneof(address, fc.constant("nothing")), async (some) => {
      const { rows } = await sql<{ domain: string }>`select domain from domains_around(${some})`.execute(db);
      const known = new Set(rows.map(({ domain }) => domain));
      for (const domain of domainsAround(some)) expect(known).toContain(domain);
      const { rows: covering } = await sql<{ covers: boolean }>`
        select bool_and(domain = '' or is_within(${some}, domain)) as covers from domains_around(${some})`.execute(db);
      expect(covering[0]?.covers ?? true).toBe(true);
    }),
    { numRuns: 60 },
  );
});
