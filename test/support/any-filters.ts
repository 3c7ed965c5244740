import { availabilityStates } from "../../src/availability/availability.ts";
import { type Filters, joints, noFilters, sorts } from "../../src/directory/directory.ts";
import { capabilities } from "../../src/hosts/host.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import type { Dice } from "./generated-catalogue.ts";

/** What somebody may look for: now and then nothing, most often two or three things at once. */
export function anyFilters(dice: Dice): Filters {
  if (dice.chance(0.1)) return { ...noFilters, sort: dice.one(sorts) };
  const often = <Value>(share: number, value: () => Value, otherwise: Value): Value =>
    dice.chance(share) ? value() : otherwise;
  const some = (share: number, codes: readonly string[]) => often(share, () => dice.some(codes, 2), []);
  const territory = often(0.4, () => dice.one(whereabouts), null);
  return {
    ...{ q: often(0.4, () => dice.one(typed), ""), territory, needs: some(0.5, codesOf("needs")) },
    audiences: some(0.2, codesOf("audiences")),
    availability: often(0.25, () => dice.some(availabilityStates, 2), []),
    price: often(0.3, () => anyCeiling(dice), null),
    software: some(0.1, ["Nextcloud", "WordPress", "Paheko", "Mobilizon"]),
    alternativeTo: some(0.1, ["Doodle", "Google Docs", "Gmail", "Zoom"]),
    isolation: often(0.1, () => dice.one(["dedicated", "shared"] as const), null),
    accompaniment: some(0.1, codesOf("accompaniment")),
    capabilities: often(0.1, () => dice.some(capabilities, 2), []),
    languages: some(0.05, ["fr", "en", "oc"]),
    joint: often(0.15, () => dice.some(joints, 2), []),
    fresh: often(0.1, () => dice.one([7, 30, 90, 365]), null),
    all: dice.chance(0.1),
    sort: territory === null ? dice.one(["relevance", "relevance", "confirmed"] as const) : dice.one(sorts),
  };
}

function anyCeiling(dice: Dice): NonNullable<Filters["price"]> {
  const cents = dice.one([0, 200, 500, 1_000, 2_500, 10_000]);
  const unit = dice.one(["GB", "users"] as const);
  return { cents, currency: "EUR", quantity: dice.chance(0.3) ? null : { unit, count: 1 + dice.throw(60) } };
}

const whereabouts = [
  ...["com:16015", "com:35238", "com:69123", "com:67482", "com:97411", "com:13055", "com:59350"],
  ...["16000", "35300", "69380", "dep:16", "reg:53", "country:FR"],
];

/** Common words, rare ones, several, mistyped ones. */
const typed = [
  ...["courriel", "fichiers partagés", "Nextcloud", "email", "site web", "solidaire", "coopératif breton", "réunions"],
  ...[
    "alternative à Google Docs",
    "visioconférence sans publicité",
    "Nextcluod",
    "courier",
    "collectifs",
    "agendas 77",
  ],
  ...["héberger nos photos", "fanfares nocturne 4242", "sauvegarder documents", "shared calendar", "vote en ligne"],
];
