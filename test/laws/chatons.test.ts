// Every .properties file here is synthetic: made by fast-check.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readChatonsFile } from "../../src/exchange/chatons/file.ts";
import { readLines, writeLine } from "../../src/exchange/chatons/lines.ts";
import { readOrganization, writeOrganization } from "../../src/exchange/chatons/organization.ts";
import { readService, writeService } from "../../src/exchange/chatons/service.ts";
import { writeChatonsFiles } from "../../src/exchange/chatons/write.ts";
import { emptyProfile, type HostProfile } from "../../src/hosts/host.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import {
  installTypes,
  loads,
  providerTypes,
  registrations,
  type Service,
  type ServiceContent,
  serverTypes,
  serviceStatuses,
} from "../../src/services/service.ts";

const origin = "https://pomme.example";
const orNull = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
const pick = <Value>(values: readonly Value[]) => orNull(fc.constantFrom(...values));

/** One line of text as a file can hold it: quotes, backslashes, signs of all sorts, and blanks inside. */
const line = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }),
    fc.string({
      minLength: 1,
      maxLength: 12,
      unit: fc.constantFrom("'", '"', "\\", "=", "#", ";", ",", " ", "é", "a"),
    }),
  )
  // Without what a file cannot hold.
  .map((text) => text.replaceAll(/[^\P{Cc}\u0080-\u009f]|[\u2028\u2029\ufeff]/gu, "").trim())
  .filter((text) => text !== "");
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .+-]{0,18}[A-Za-z0-9]$/);
const url = fc.webUrl({ validSchemes: ["https"], withQueryParameters: true });
const date = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
const day = date.map((instant) => instant.toISOString().slice(0, 10));
const email = fc.stringMatching(/^[a-z]{1,10}@[a-z]{1,10}\.example$/);
const countryCode = fc.constantFrom("FR", "BE", "DE", "CH");

/** Keys that nobody knows, each once, whatever their case. */
const unknown = (...sections: string[]) =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...sections, "vendor").map((section) => `${section}.x`),
        fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}(\.[a-zA-Zé]{1,6})?$/),
        fc.oneof(line, fc.constant("")),
      ),
      { selector: ([section, key]) => `${section}${key}`.toLowerCase(), maxLength: 6 },
    )
    .map((entries) => Object.fromEntries(entries.map(([section, key, value]) => [`${section}${key}`, value])));

const figures = fc.dictionary(
  fc.stringMatching(/^metrics\.[a-z]{1,8}\.[a-z]{1,8}\.20[0-9]{2}\.(months|weeks|days)$/),
  fc.array(fc.option(fc.nat(9_999), { nil: "" }), { minLength: 2, maxLength: 12 }).map((values) => values.join(",")),
  { maxKeys: 4 },
);

const service: fc.Arbitrary<ServiceContent> = fc.record({
  name: line.filter((name) => name.length <= 200),
  description: orNull(line),
  website: orNull(url),
  logo: orNull(url),
  legalUrl: orNull(url),
  technicalGuide: orNull(url),
  userGuide: orNull(url),
  contactUrl: orNull(url),
  contactEmail: orNull(email),
  started: orNull(day),
  ended: orNull(day),
  status: pick(serviceStatuses),
  statusNote: orNull(line),
  registration: fc.uniqueArray(fc.constantFrom(...registrations)),
  load: pick(loads),
  install: pick(installTypes),
  software: fc.record({
    name: orNull(line),
    website: orNull(url),
    license: orNull(line),
    licenseUrl: orNull(url),
    version: orNull(word),
    sourceUrl: orNull(url),
    modules: fc.uniqueArray(word, { maxLength: 3 }),
  }),
  machine: fc.record({
    name: orNull(line),
    description: orNull(line),
    server: pick(serverTypes),
    distribution: orNull(word),
    provider: pick(providerTypes),
    hypervisor: orNull(word),
    countryName: orNull(word),
    country: orNull(countryCode),
  }),
  metrics: figures,
  extra: unknown("service", "software", "host", "organization"),
});

/** A profile as far as the format has words for it. */
const host: fc.Arbitrary<HostProfile> = fc
  .record({
    name: line.filter((name) => name.length <= 100),
    tagline: orNull(line),
    website: url,
    legalForm: pick(codesOf("legalForms").filter((code) => code !== "public-body")),
    country: orNull(countryCode),
    memberOf: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/), { maxLength: 3 }),
    termsUrl: orNull(url),
    contact: fc.record({ email: orNull(email), url: orNull(url), address: orNull(line), phone: fc.constant(null) }),
    kept: fc.tuple(
      unknown("organization", "service"),
      fc.dictionary(
        fc.constantFrom("organization.funding.Tipee", "organization.logo", "organization.socialnetworks.mastodon"),
        url,
      ),
    ),
  })
  .map(({ kept: [raw, known], ...said }) => {
    const chatonsinfos = { ...known, ...raw };
    const extra = Object.keys(chatonsinfos).length > 0 ? { chatonsinfos } : {};
    return { ...emptyProfile(said.name, "fr"), ...said, extra };
  });

function linesOf(text: string) {
  const read = readLines(text);
  if (!read.done) throw new Error(read.reason);
  return read.value;
}

const textOf = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([key, value]) => writeLine(key, value)).join("\n");
const when = new Date("2026-11-22T10:00:00Z");

function filesOf(profile: HostProfile, services: readonly ServiceContent[]) {
  const stored = services.map(
    (content, i): Service => ({
      ...{ id: `${i}`, slug: `s-${i}`, position: i, content, offer: null, source: null, created: when, changed: when },
    }),
  );
  const site = { id: "0", handle: "la_pomme", profile, logo: [], created: when, changed: when };
  return writeChatonsFiles({ origin, host: site, services: stored, offers: [], availabilities: new Map(), now: when });
}

function fileOf(text: string) {
  const file = readChatonsFile(Buffer.from(text));
  if (!file.done) throw new Error(file.reason);
  return file.value;
}

test("a service that is written and read again is the same, unknown keys and all", () => {
  fc.assert(
    fc.property(service, (content) => {
      const read = readService(linesOf(textOf(writeService(content))));
      expect(read).toMatchObject({ done: true });
      if (read.done) expect(read.value.content).toEqual(content);
    }),
    { numRuns: 500 },
  );
});

test("a host that is written and read by a site that knows nothing of it is the same, unknown keys and all", () => {
  fc.assert(
    fc.property(host, (profile) => {
      const read = readOrganization(
        linesOf(textOf(writeOrganization(profile, origin))),
        emptyProfile("?", "fr"),
        "https://b.example",
      );
      expect(read).toMatchObject({ done: true });
      if (read.done) expect(read.value.profile).toEqual(profile);
    }),
    { numRuns: 500 },
  );
});

test("what a host would write itself changes nothing in it, whatever it has that the format cannot say", () => {
  const more = fc.record({
    tagline: orNull(fc.string({ maxLength: 30 })),
    summary: fc.oneof(line, fc.constantFrom("Deux lignes\net plus", " blancs ", "x".repeat(500))),
    legalForm: pick(codesOf("legalForms")),
    memberOf: fc.uniqueArray(fc.constantFrom("CHATONS", "Collectif d’à côté", "librehosters"), { maxLength: 3 }),
    website: orNull(url),
    doesNot: fc.array(line, { maxLength: 2 }),
    closing: orNull(
      fc.constant({ announced: "2026-01-01", ends: "2027-01-01", successor: null, exitGuide: null, notice: null }),
    ),
  });
  fc.assert(
    fc.property(host, more, (base, rest) => {
      const profile = { ...base, ...rest };
      const read = readOrganization(linesOf(textOf(writeOrganization(profile, origin))), profile, origin);
      if (read.done) expect(writeOrganization(read.value.profile, origin)).toEqual(writeOrganization(profile, origin));
      if (read.done && rest.closing === null) expect(read.value.profile).toEqual(profile);
      expect(read.done).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("all files of a host are read again as what they are, each named by the first", () => {
  fc.assert(
    fc.property(host, fc.array(service, { maxLength: 4 }), (profile, services) => {
      const [first, ...others] = filesOf(profile, services).map(({ name, text }) => ({ name, file: fileOf(text) }));
      expect(first?.file.what).toBe("organization");
      expect(first?.file.subs.map(({ value }) => value)).toEqual(
        others.map(({ name }) => `${origin}/.well-known/chatonsinfos/${name}`),
      );
      const read = others.map(({ file }) => readService(file.lines));
      expect(read.map((one) => one.done && one.value.content)).toEqual(services);
    }),
  );
});

test("a file means the same however it is typed", () => {
  const typing = fc.record({
    end: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "\uFEFF"),
    around: fc.constantFrom("", " ", "\t "),
    quote: fc.constantFrom("", "'", '"'),
    upper: fc.boolean(),
    comments: fc.boolean(),
  });
  fc.assert(
    fc.property(service, typing, (content, { end, mark, around, quote, upper, comments }) => {
      const plain = writeService({ ...content, extra: {}, metrics: {} });
      const typed = plain.flatMap(([key, value]) => {
        const safe = /['"\\]|^\s|\s$/.test(value) ? writeLine("k", value).slice(4) : `${quote}${value}${quote}`;
        return [
          ...(comments ? ["", `  # ${key}`] : []),
          `${around}${upper ? key.toUpperCase() : key}${around}=${around}${safe}${around}`,
        ];
      });
      const file = fileOf(mark + typed.join(end) + end);
      const read = readService(file.lines);
      expect(read.done && read.value.content).toEqual({ ...content, extra: {}, metrics: {} });
    }),
  );
});

test("whatever bytes come, they are read or refused, and every line is taken, kept or reported", () => {
  const rows = fc.array(
    fc.oneof(
      line,
      fc.constantFrom(
        "service.name = A",
        "file.class = Service",
        "= x",
        "a.b",
        "service.startdate = 31/02/2020",
        "subs.x = ''",
      ),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), rows, (bytes, texts) => {
      expect(readChatonsFile(bytes)).toHaveProperty("done");
      const text = ["service.name = Zéro", ...texts].join("\n");
      const file = fileOf(text);
      const read = readService(file.lines);
      if (!read.done) throw new Error(read.reason);
      const spoken = texts.filter((row) => row.trim() !== "" && !row.trim().startsWith("#"));
      expect(file.lines.byKey.size - 1 + file.lines.misread.length).toBe(spoken.length);
      for (const { key, value } of file.lines.byKey.values()) {
        if (/^(service\.name|file\.class|subs\.)/i.test(key) || value === "") continue;
        expect({ ...read.value.content.extra, ...read.value.content.metrics }).toHaveProperty([key], value);
      }
    }),
  );
});
