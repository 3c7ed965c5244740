import type { OfferContent } from "./offer.ts";

/** What would make an offer easier to understand and to trust. Never a refusal: real hosts have their reasons. */
export type AdviceCode =
  | "title-names-software"
  | "summary-missing"
  | "needs-missing"
  | "does-not-missing"
  | "audiences-missing"
  | "tiers-missing"
  | "too-many-tiers"
  | "tailored-tier-missing"
  | "price-missing"
  | "example-price-missing"
  | "price-date-missing"
  | "accompaniment-missing"
  | "support-missing"
  | "maintenance-missing"
  | "backups-missing"
  | "exit-missing"
  | "continuity-missing"
  | "software-license-missing";

export interface Advice {
  readonly code: AdviceCode;
  /** The field it is about. */
  readonly path: keyof OfferContent;
}

/** What to advise the host on an offer: clear, framed, complete. */
export function adviceOn(content: OfferContent): readonly Advice[] {
  return rules.flatMap(([code, path, applies]) => (applies(content) ? [{ code, path }] : []));
}

/** Base tiers beyond these are hard to choose from; a tailored one comes on top. */
const enoughTiers = 3;

type Rule = readonly [AdviceCode, keyof OfferContent, (content: OfferContent) => boolean];

const rules: readonly Rule[] = [
  ["title-names-software", "title", namesSoftware],
  ["summary-missing", "summary", ({ summary }) => summary.trim() === ""],
  ["needs-missing", "needs", ({ needs, addonTo }) => needs.length === 0 && addonTo === null],
  ["does-not-missing", "doesNot", ({ doesNot, limits }) => doesNot.length === 0 && limits.length === 0],
  ["audiences-missing", "audiences", ({ audiences }) => audiences.length === 0],
  ["tiers-missing", "tiers", ({ tiers }) => tiers.length === 0],
  ["too-many-tiers", "tiers", ({ tiers }) => tiers.filter(({ tailored }) => !tailored).length > enoughTiers],
  ["tailored-tier-missing", "tiers", ({ tiers }) => tiers.length > 1 && tiers.every(isFixed)],
  ["price-missing", "tiers", ({ tiers }) => tiers.some(({ price }) => price === null)],
  [
    "example-price-missing",
    "tiers",
    ({ tiers }) => tiers.length > 0 && tiers.every(({ price }) => price?.model === "on-quote"),
  ],
  [
    "price-date-missing",
    "tiers",
    ({ tiers }) => tiers.some(({ price }) => price !== null && isPaid(price.model) && price.asOf === null),
  ],
  ["accompaniment-missing", "accompaniment", ({ accompaniment }) => accompaniment.included.length === 0],
  ["support-missing", "support", ({ support }) => support.channels.length === 0 && support.included === null],
  ["maintenance-missing", "maintenance", ({ maintenance }) => maintenance === null],
  ["backups-missing", "backups", ({ backups }) => backups === null],
  ["exit-missing", "exit", ({ exit }) => exit.notice === null && exit.help === null && exit.formats.length === 0],
  ["continuity-missing", "continuity", ({ continuity }) => continuity === null],
  ["software-license-missing", "software", ({ software }) => software.some(({ license }) => license === null)],
];

const isPaid = (model: string) => model !== "free" && model !== "on-quote";
const isFixed = ({ tailored, price }: OfferContent["tiers"][number]) => !tailored && price?.model !== "on-quote";

function namesSoftware({ title, software }: OfferContent): boolean {
  const said = title.toLowerCase();
  return software.some(({ name }) => said.includes(name.toLowerCase()));
}
