import { createHash } from "node:crypto";
import { availabilityStates } from "../../src/availability/availability.ts";
import type { HostSheet, OfferSheet, Trust } from "../../src/catalogue/catalogue.ts";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { capabilities, emptyProfile, type Territory } from "../../src/hosts/host.ts";
import { listPlaces } from "../../src/hosts/territories.ts";
import { policies } from "../../src/hosts/territory.ts";
import { codesOf, findNeed, label } from "../../src/hosts/vocabularies.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { givenTogether, noteSigned } from "./signed-together.ts";

/** Numbers that look thrown but are the same for the same seed. */
export interface Dice {
  /** From 0 to below `sides`. */
  throw(sides: number): number;
  /** True so often, of 1. */
  chance(share: number): boolean;
  one<Value>(values: readonly Value[]): Value;
  some<Value>(values: readonly Value[], most: number): readonly Value[];
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const dice: Dice = {
    throw: (sides) => Math.floor(next() * sides),
    chance: (share) => next() < share,
    one: (values) => {
      const value = values[dice.throw(values.length)];
      if (value === undefined) throw new Error("there is nothing to choose from");
      return value;
    },
    some: (values, most) => [...new Set(Array.from({ length: 1 + dice.throw(most) }, () => dice.one(values)))],
  };
  return dice;
}

/** A host as its instance would show it: `https://host-7.example`. */
export function anyHostSheet(dice: Dice, number: number): HostSheet {
  const origin = `https://host-${number}.example`;
  const name = `${dice.one(nouns)} ${dice.one(adjectives)} ${number}`;
  return {
    ...{ actor: `${origin}/ap/actors/${uuid(`host ${number}`)}`, origin, handle: `hote_${number}` },
    ...{ url: `${origin}/@hote_${number}`, logo: null },
    profile: {
      ...emptyProfile(name, dice.chance(0.9) ? "fr" : "en"),
      summary: `${name} héberge les outils numériques des associations du territoire, sans publicité.`,
      languages: dice.some(["fr", "en", "oc", "br", "de", "es"], 2),
      capabilities: dice.some(capabilities, 3),
      territory: dice.chance(0.9) ? anyTerritory(dice) : null,
    },
  };
}

/** One of its offers; nothing of it hangs on when it is asked, but `now`. */
export function anyOfferSheet(dice: Dice, host: HostSheet, number: number, now: Date): OfferSheet {
  const id = uuid(`${host.origin} ${number}`);
  const needs = dice.some(codesOf("needs"), 3);
  const software = dice.some(
    needs.flatMap((code) => [...(findNeed(code)?.softwareExamples ?? []), "Nextcloud"]),
    2,
  );
  const subject = label("needs", dice.one(needs), "fr");
  const changed = new Date(now.getTime() - dice.throw(500) * day - dice.throw(86_400) * 1_000);
  return {
    ...{ actor: `${host.origin}/ap/actors/${id}`, host: host.actor, proposal: `${host.origin}/ap/proposals/${id}` },
    ...{ handle: `offre_${number}`, slug: `offre-${number}`, url: `${host.origin}/offers/offre-${number}` },
    joint: null,
    content: StoredOffer.parse({
      title: `${subject} ${dice.one(adjectives)}`,
      summary: `${subject} pour les ${dice.one(nouns)} qui veulent ${dice.one(verbs)} sans ${dice.one(fears)}.`,
      needs,
      does: Array.from({ length: 3 }, () => `${dice.one(verbs)} ${dice.one(nouns)} ${dice.one(adjectives)}`),
      audiences: dice.some(codesOf("audiences"), 4),
      software: software.map((name) => ({ name })),
      isolation: dice.one(["dedicated", "shared", null]),
      accompaniment: { included: dice.chance(0.6) ? dice.some(codesOf("accompaniment"), 4) : [] },
      territory: dice.chance(0.2) ? anyTerritory(dice) : null,
      tiers: Array.from({ length: 1 + dice.throw(3) }, (_, at) => ({
        ...{
          id: `t${at}`,
          storageGb: dice.chance(0.5) ? dice.one([5, 20, 50, 100, 500]) : null,
          price: anyPrice(dice),
        },
      })),
    }),
    availability: dice.chance(0.9) ? anyAvailability(dice, changed) : null,
    ...{ published: changed, changed, version: `${changed.getTime()}` },
  };
}

interface Size {
  readonly hosts: number;
  readonly offersEach: number;
  /** Hosts whose offers are entered at once. */
  readonly together?: number;
  readonly now: Date;
  readonly seed?: number;
  /** How many of the offers, of 1, a host gives together with others. */
  readonly joint?: number;
}

/** Fills a catalogue by the door that visits use. Tells how many offers it has entered. */
export async function fillCatalogue(
  db: Database,
  { hosts, offersEach, together = 1, now, seed = 1, joint = 0.1 }: Size,
  told: (offers: number) => void = () => {},
): Promise<void> {
  const [dice, pairing] = [diceOf(seed), diceOf(seed + 1_000)];
  const known: HostSheet[] = [];
  for (let first = 1; first <= hosts; first += together) {
    const sheets = Array.from({ length: Math.min(together, hosts - first + 1) }, (_, at) =>
      anyHostSheet(dice, first + at),
    );
    const offers = sheets.flatMap((host) =>
      Array.from({ length: offersEach }, (_, at) => {
        const offer = anyOfferSheet(dice, host, at + 1, now);
        return pairing.chance(joint) ? givenTogether(offer, partnersOf(pairing, known, first)) : offer;
      }),
    );
    known.push(...sheets);
    await db.transaction().execute(async (tx) => {
      for (const host of sheets) await keepKnown(tx, host, dice.chance(0.9) ? dice.one([3, 4] as const) : 2, now);
      await noteSigned(tx, offers, now);
      await keepOffers(tx, offers, now);
    });
    told((first + sheets.length - 1) * offersEach);
  }
}

/** One or two of those that are known, or now and then one that is not. */
function partnersOf(dice: Dice, known: readonly HostSheet[], number: number): readonly HostSheet[] {
  if (known.length === 0 || dice.chance(0.1)) return [anyHostSheet(dice, 1_000_000 + number)];
  return dice.some(known, 2);
}

async function keepKnown(tx: Transaction, host: HostSheet, trust: Trust, now: Date): Promise<void> {
  const { origin } = host;
  await tx
    .insertInto("instances")
    .values({
      origin,
      actor: `${origin}/ap/instance`,
      name: host.profile.name,
      source: "named",
      state: "known",
      seen: now,
    })
    .execute();
  await keepHost(tx, host, now);
  await tx.updateTable("catalogueHosts").set({ trust }).where("actor", "=", host.actor).execute();
}

const day = 86_400_000;

function anyTerritory(dice: Dice): Territory {
  places ??= Map.groupBy(
    listPlaces().flatMap(({ code, former }) => (former ? [] : [code])),
    (code) => code.split(":")[0] ?? "",
  );
  const near = places.get(dice.one(["com", "epci", "dep", "dep", "reg"])) ?? [];
  const codes = dice.chance(0.2) ? ["country:FR"] : dice.some(near, 3);
  return { codes: dice.chance(0.1) ? [...codes, "remote"] : codes, policy: dice.one(policies) };
}

let places: ReadonlyMap<string, readonly string[]> | null = null;

function anyPrice(dice: Dice) {
  const terms = { currency: "EUR", period: dice.one(["month", "month", "year"]), vat: { regime: "unknown" } };
  const cents = dice.one([0, 100, 250, 500, 1_000, 2_400, 5_000, 12_000]);
  switch (dice.throw(6)) {
    case 0:
      return { ...terms, model: "free", duration: null };
    case 1:
      return { ...terms, model: "per-unit", unit: dice.one(["GB", "users"]), unitAmount: cents, minimumUnits: 1 };
    case 2:
      return {
        ...{ ...terms, model: "graduated", unit: "GB", minimumUnits: 1, base: { upTo: 5, amount: cents } },
        bands: [
          { from: 6, upTo: 10, unitAmount: 50 },
          { from: 11, upTo: null, unitAmount: 25 },
        ],
      };
    case 3:
      return { ...terms, model: "on-quote" };
    default:
      return { ...terms, model: "flat", amount: cents };
  }
}

function anyAvailability(dice: Dice, confirmed: Date): OfferSheet["availability"] {
  return {
    ...{ state: dice.one(availabilityStates), slots: null, capacity: null, nextOpening: "2027-03", waves: [] },
    ...{ approval: null, territory: null, message: null },
    ...{ confirmed, expires: new Date(confirmed.getTime() + (30 + dice.throw(300)) * day) },
  };
}

function uuid(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const nouns = [
  ...[
    "associations",
    "collectifs",
    "bénévoles",
    "adhérents",
    "fanfares",
    "chorales",
    "quartiers",
    "jardins",
    "ateliers",
  ],
  ...["écoles", "bibliothèques", "cafés", "théâtres", "ruches", "sentiers", "coopératives", "documents", "réunions"],
  ...["factures", "photos", "agendas", "dons", "courriers", "archives", "projets", "salariées", "lycées", "fermes"],
];
const adjectives = [
  ...["solidaire", "libre", "partagé", "local", "sobre", "sûr", "simple", "ouvert", "commun", "durable", "associatif"],
  ...["coopératif", "breton", "occitan", "rural", "urbain", "patient", "tranquille", "léger", "mobile", "nocturne"],
];
const verbs = [
  ...[
    "partager",
    "ranger",
    "écrire",
    "publier",
    "inviter",
    "convoquer",
    "sauvegarder",
    "organiser",
    "diffuser",
    "voter",
  ],
  ...["compter", "former", "accueillir", "dépanner", "migrer", "archiver", "planifier", "rassembler", "informer"],
];
const fears = ["publicité", "pistage", "dépendance", "mauvaise surprise", "engagement", "jargon", "abonnement caché"];
