import fc from "fast-check";
import { raw } from "hono/html";
import { expect, test } from "vitest";
import { type Feed, writeFeed } from "../../src/web/feed.ts";
import { readAtom } from "../support/atom.ts";

const nasty = fc.constantFrom(
  "]]>",
  "<",
  "&",
  "&#0;",
  '"',
  "'",
  "\0",
  "\ud800",
  "\udfff",
  "\ufffe",
  "\uffff",
  "\u001b",
);
const hostile = fc
  .array(fc.oneof(nasty, fc.string({ unit: "binary" })), { maxLength: 8 })
  .map((parts) => parts.join(""));
const instant = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-01-01"), noInvalidDate: true });

const address = "https://pomme.example/feed.atom";
const entry = fc.record({ title: hostile, content: hostile, published: instant, updated: instant });

const feedOf = (title: string, name: string, entries: Feed["entries"]): Feed => ({
  ...{ id: address, self: address, first: address, previous: null, next: null },
  ...{ title, language: "fr", page: "https://pomme.example/", icon: "https://pomme.example/icon.png" },
  ...{ author: { name, page: "https://pomme.example/about" }, updated: new Date(0), entries },
});

/** What remains of a text in XML: its unreadable characters shown as such, and one way to end a line. */
const readable = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll(/\r\n?/g, "\n");

test("whatever people write, a feed is well-formed, keeps to its format, and says the same", () => {
  fc.assert(
    fc.property(hostile, hostile, fc.array(entry, { maxLength: 3 }), (title, name, said) => {
      const entries = said.map(({ content, ...rest }, index) => ({
        ...{ ...rest, id: `${address}#${index}`, page: "https://pomme.example/offers/a" },
        content: raw(content) as unknown as Feed["entries"][number]["content"],
      }));
      const read = readAtom(writeFeed(feedOf(title, name, entries)));
      const lines = (text: string) => text.replaceAll(/\r\n?/g, "\n");
      expect(lines(read.title)).toBe(readable(title));
      expect(lines(read["author/name"])).toBe(readable(name));
      expect(read.entries.map((one) => lines(one.content))).toEqual(said.map(({ content }) => readable(content)));
      expect(read.entries.map((one) => lines(one.title))).toEqual(said.map((one) => readable(one.title)));
    }),
  );
});
