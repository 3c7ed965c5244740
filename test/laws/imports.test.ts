import fc from "fast-check";
import { expect, test } from "vitest";
import { pathText } from "../../src/exchange/exchange.ts";
import { readJsonFile } from "../../src/exchange/json-file.ts";
import { readSample, type SampleHost } from "../../src/exchange/sample-file.ts";
import { type Raw, sample, sampleText } from "../support/sample/sample.ts";

type Steps = readonly (string | number)[];

const unknownLine = () => null;

function read(document: unknown, host: string): SampleHost {
  const outcome = readSample(document, host, unknownLine);
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value;
}

/** Every text and number of a value. */
function leavesOf(value: unknown): readonly (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** The only three values that are written another way once they are stored. */
function restored(stored: SampleHost): readonly (string | number)[] {
  const tiers = stored.offers.flatMap(({ content }) => content.tiers);
  const slices = tiers.flatMap(({ price }) =>
    price?.model === "composite"
      ? price.parts.flatMap((part) => ("slice" in part && part.slice ? part.slice : []))
      : [],
  );
  return [
    ...slices.map(({ size, unit }) => `${size} ${unit} slice`),
    ...tiers.flatMap(({ storageGb }) => (storageGb === null ? [] : storageGb * 1_000)),
    ...tiers.flatMap(({ price }) => (price?.model === "free" ? 0 : [])),
  ];
}

/** The paths of all objects that are read field by field, and not kept whole. */
function objectsOf(value: unknown, path: Steps = []): readonly Steps[] {
  const whole = ["v", "featuresColumnUnknown", "softwareColumnUncertain", "costTransparency", "diskRange", "training"];
  if (
    typeof value !== "object" ||
    value === null ||
    path.some((step) => [...whole, "examples", "observed"].includes(String(step)))
  )
    return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    objectsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

function at(value: unknown, path: Steps): Raw {
  return path.reduce<unknown>((part, step) => (part as Raw)[step], value) as Raw;
}

const trimmed = (leaf: string | number) => String(leaf).trim();

const hosts = sample().hosts.map(({ id }, index) => ({ id, index }));
const anyHost = fc.constantFrom(...hosts);

test("of each of the fifteen hosts, every text and every number is found again in what is stored", () => {
  for (const { id, index } of hosts) {
    const stored = read(sample(), id);
    const found = new Set([...leavesOf(stored.profile), ...leavesOf(stored.offers), ...restored(stored)]);
    const lost = leavesOf(sample().hosts[index]).filter((leaf) => !found.has(leaf));
    expect(lost, id).toEqual([]);
  }
});

test("the sample is understood to its last field", () => {
  for (const { id } of hosts) expect(read(sample(), id).problems, id).toEqual([]);
});

test("a field that nobody knows is reported where it stands, and kept", () => {
  const name = fc.stringMatching(/^x[a-z]{3,12}$/);
  const value = fc.jsonValue({ maxDepth: 2 }).filter((one) => one !== null);
  fc.assert(
    fc.property(
      anyHost,
      fc.nat(),
      name,
      fc.string({ minLength: 8, maxLength: 20 }),
      value,
      (host, nth, key, mark, more) => {
        const document = sample();
        const paths = objectsOf(document.hosts[host.index]);
        const path = paths[nth % paths.length] ?? [];
        at(document.hosts[host.index], path)[key] = { mark, more };
        const stored = read(document, host.id);
        const reported = stored.problems.map(({ path: where, reason }) => `${where} ${reason}`);
        const whole = pathText(["hosts", host.index, ...path, key]);
        expect(reported).toContainEqual(`${whole} unknown-field`);
        expect(leavesOf([stored.profile, stored.offers])).toContain(mark);
      },
    ),
  );
});

test("a field that holds something else than it should is kept all the same, and never stops the import", () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 1.5, "", " ", [], {}, [[]], [{}], { fr: 1 }),
  );
  fc.assert(
    fc.property(anyHost, fc.nat(), fc.nat(), value, (host, nth, field, wrong) => {
      const document = sample();
      const paths = objectsOf(document.hosts[host.index]);
      const part = at(document.hosts[host.index], paths[nth % paths.length] ?? []);
      const keys = Object.keys(part).filter(
        (key) => key !== "id" && (key !== "name" || part !== document.hosts[host.index]),
      );
      const key = keys[field % keys.length];
      if (key === undefined) return;
      part[key] = wrong;
      const stored = read(document, host.id);
      const found = new Set([...leavesOf([stored.profile, stored.offers]), ...restored(stored)].map(trimmed));
      expect(leavesOf(wrong).filter((leaf) => !found.has(trimmed(leaf)))).toEqual([]);
      for (const { path, reason } of stored.problems) expect(`${path} ${reason}`).toMatch(/^hosts\[\d+\]/);
    }),
  );
});

test("whatever JSON comes, it is read or refused, and nothing breaks", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (offers, more) => {
      const document = { hosts: [{ id: "a", name: "A", offers, ...(typeof more === "object" ? more : {}) }] };
      expect(readSample(document, "a", unknownLine)).toHaveProperty("done");
      expect(readSample(more, "a", unknownLine)).toHaveProperty("done");
    }),
  );
});

test("every value of a file has the line on which it begins", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, "\t"), (value, indent) => {
      const text = JSON.stringify({ first: 1, value }, null, indent);
      const file = readJsonFile(text);
      if (!file.done) throw new Error(file.reason);
      const line = text.split("\n").findIndex((one) => one.includes('"value":'));
      expect(file.value.lineOf(["value"])).toBe(line + 1);
      expect(file.value.document).toEqual(JSON.parse(text));
    }),
  );
});

test("a line number leads to the very line of the sample", () => {
  const file = readJsonFile(sampleText);
  if (!file.done) throw new Error(file.reason);
  const line = file.value.lineOf(["hosts", 0, "offers", 0, "pricing", "bands", 1, "unitAmount"]) ?? 0;
  expect(sampleText.split("\n")[line - 1]?.trim()).toBe('"unitAmount": 25');
});
