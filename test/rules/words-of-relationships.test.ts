import { describe, expect, test } from "vitest";
import { readAsking } from "../../federation/vocabulary/asking.ts";
import { readAskingAnswer } from "../../federation/vocabulary/asking-answer.ts";
import { readPartners, readPartnership } from "../../federation/vocabulary/partnership.ts";
import { readReferral, readTaken } from "../../federation/vocabulary/referral.ts";
import { readReview, readReviews } from "../../federation/vocabulary/review.ts";
import { readStamp } from "../../federation/vocabulary/stamp.ts";
import { readVouch, readVouches } from "../../federation/vocabulary/vouch.ts";

const [us, them] = ["https://hote-a.example/ap/actors/1", "https://hote-b.example/ap/actors/1"];
/** A text that is longer than anything kept of it, and would be cut within a character. */
const long = (characters: number) => `a${"😀".repeat(characters)}\0`;
const said = { content: long(4_000), name: long(700), published: "2026-11-20T10:00:00Z" };
const result = { kind: "quote", content: long(4_000) };

/** What each kind is read by, and how somebody may write it: with what all say, and its own. */
const kinds = {
  vouchesFor: [readVouch, {}],
  confirms: [readReview, {}],
  disputes: [readReview, {}],
  cannotCheck: [readReview, {}],
  coProvides: [readStamp, { version: "v1", availabilityState: "open" }],
  refers: [readReferral, {}],
  takes: [readTaken, { context: `${us}/r` }],
  partnerOf: [readPartnership, {}],
  asks: [readAsking, { alsoAsked: [{ name: long(700) }], lead: long(700), contact: long(700), result }],
  answersAsking: [
    readAskingAnswer,
    {
      context: `${us}/r`,
      answer: "lead",
      result,
      proposes: [{ name: long(700), contact: long(700), content: long(700) }],
    },
  ],
} as const;
type Kind = keyof typeof kinds;
const all = Object.keys(kinds) as Kind[];

const written = (kind: Kind, more: object = {}) => ({
  ...{ id: `${them}/relationships/1`, type: "Relationship", attributedTo: them, subject: them, object: us },
  ...{ relationship: `https://w3id.org/essaim/ns#${kind}`, ...said, ...kinds[kind][1], ...more },
});
const read = (kind: Kind, more: object = {}): unknown => kinds[kind][0](written(kind, more));

describe.each(all)("a relationship of the kind %s, as somebody else writes it", (kind) => {
  test("can be kept, whatever its words: nothing of them is a NUL or half of a character", () => {
    const found = read(kind);
    expect(found).not.toBeNull();
    expect(JSON.stringify(found)).not.toMatch(/\\u(0000|d[89a-f]..)/i);
  });

  test("says the same with its type in a list, and its kind in short", () => {
    expect(read(kind, { type: ["Relationship"], relationship: `essaim:${kind}` })).toEqual(read(kind));
  });

  test("is none of another kind, another's, or at an address that cannot be kept", () => {
    const long = `${them}/${"é".repeat(2_000)}`; // of fewer characters than may be, and of more bytes
    const wrong = [
      { relationship: "https://w3id.org/essaim/ns#owns" },
      { type: "Note" },
      { attributedTo: us },
      { id: long },
    ];
    for (const more of [...wrong, { object: long }, { subject: long, attributedTo: long }, { id: 7 }, { object: null }])
      expect(read(kind, more), JSON.stringify(more).slice(0, 80)).toBeNull();
  });
});

test.each([
  ["vouchesFor", readVouches],
  ["confirms", readReviews],
  ["partnerOf", readPartners],
] as const)(
  "the collection of all that a host says holds what it says itself, and what can be read: %s",
  (kind, readAll) => {
    const collection = { type: "OrderedCollection", attributedTo: them };
    const others = { subject: us, attributedTo: us };
    const items = [written(kind), written(kind, others), { type: "Note" }, null, 7];
    expect(readAll({ ...collection, orderedItems: items }, them)).toEqual([read(kind)]);
    expect(readAll({ ...collection, orderedItems: items }, us)).toBeNull();
    expect(readAll({ ...collection, type: "Collection", orderedItems: items }, them)).toBeNull();
  },
);
