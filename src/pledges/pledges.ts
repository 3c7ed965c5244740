import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { FundingState } from "../funding/funding.ts";
import type { Cents } from "../offers/price.ts";

export const visibilities = ["visible", "amount-hidden", "anonymous"] as const;
export type Visibility = (typeof visibilities)[number];

export const helpUnits = ["hour", "day", "thing"] as const;

/** Help instead of money: counted apart, and never turned into money. */
export interface Help {
  readonly count: number;
  readonly unit: (typeof helpUnits)[number];
}

/** Without which a promise does not count, itself included. */
export interface Condition {
  readonly total: Cents | null;
  readonly participants: number | null;
}

/** What somebody promises: money or help. */
export interface Promised {
  /** Of the currency and for the period of the request. */
  readonly amount: Cents | null;
  readonly help: Help | null;
  readonly condition: Condition | null;
  readonly visibility: Visibility;
  /** The first instant at which it holds no more; null where it holds as long as the request. */
  readonly validUntil: Date | null;
}

export const pledgeActs = ["make", "change", "confirm", "withdraw", "lapse"] as const;
export type PledgeAct = (typeof pledgeActs)[number];

/** One row of the ledger: what a promise is from then on. */
export interface Entry {
  /** The id of the promise. */
  readonly pledge: string;
  /** Which row of its promise this is. */
  readonly number: number;
  readonly request: string;
  readonly party: string;
  readonly act: PledgeAct;
  /** As its owner counts. */
  readonly version: number;
  /** Null once it is withdrawn. */
  readonly promised: Promised | null;
  readonly said: Date;
}

/** What the owner of a promise says. */
export type Statement =
  | { readonly deed: "promise"; readonly version: number; readonly promised: Promised }
  | { readonly deed: "withdraw"; readonly version: number }
  | { readonly deed: "confirm" };

/** What the request allows at this moment. */
export interface Openness {
  readonly request: string;
  readonly state: FundingState;
  readonly over: boolean;
  /** Since when everybody is asked to confirm. */
  readonly asked: Date | null;
  readonly minimumPledge: Cents | null;
  readonly most: Cents;
}

export type PledgeRefusal =
  | "not-yours"
  | "pledge-withdrawn"
  | "pledge-lapsed"
  | "version-taken"
  | "not-open"
  | "deadline-passed"
  | "being-confirmed"
  | "committed"
  | "nothing-to-confirm"
  | "pledge-too-small"
  | "pledge-too-large"
  | "valid-in-the-past"
  | "cap-reached";

/** What a statement leads to: another row of the ledger, or nothing because all that it says stands already, or is older. */
export type Decision = { readonly append: Pick<Entry, "act" | "version" | "promised"> } | { readonly append: null };

/** Whether a row still binds its owner. */
export const isLive = (entry: Entry | null): entry is Entry & { readonly promised: Promised } =>
  entry !== null && entry.act !== "withdraw" && entry.act !== "lapse" && entry.promised !== null;

/**
 * What a statement does to a promise whose last row is `last`. Whatever the order in which statements arrive, those with
 * the same versions lead to the same end: the highest version holds, and a withdrawal holds for good.
 */
export function decide(
  last: Entry | null,
  statement: Statement,
  by: string,
  openness: Openness,
  now: Date,
): Outcome<Decision, PledgeRefusal> {
  if (last !== null && (last.party !== by || last.request !== openness.request)) return refused("not-yours");
  switch (statement.deed) {
    case "promise":
      return promise(last, statement, openness, now);
    case "withdraw":
      return withdraw(last, statement.version, openness);
    case "confirm":
      return confirm(last, openness);
  }
}

type Promising = Extract<Statement, { deed: "promise" }>;
const nothing = done({ append: null } as const);

function promise(
  last: Entry | null,
  { version, promised }: Promising,
  openness: Openness,
  now: Date,
): Outcome<Decision, PledgeRefusal> {
  if (last?.act === "withdraw") return refused("pledge-withdrawn");
  if (last !== null && version < last.version) return nothing;
  if (last?.version === version) return isSame(last.promised, promised) ? nothing : refused("version-taken");
  if (last?.act === "lapse") return refused("pledge-lapsed");
  const reason = refusalToTake(openness) ?? refusalToPromise(promised, openness, now);
  if (reason !== null) return refused(reason);
  return done({ append: { act: last === null ? "make" : "change", version, promised } });
}

/** Whether promises are taken at all. */
function refusalToTake({ state, over, asked }: Openness): PledgeRefusal | null {
  if (state !== "open" && state !== "reached") return "not-open";
  if (over) return "deadline-passed";
  return asked === null ? null : "being-confirmed";
}

function refusalToPromise({ amount, validUntil }: Promised, openness: Openness, now: Date): PledgeRefusal | null {
  if (amount !== null && amount < (openness.minimumPledge ?? 1)) return "pledge-too-small";
  if (amount !== null && amount > openness.most) return "pledge-too-large";
  return validUntil !== null && validUntil <= now ? "valid-in-the-past" : null;
}

/** One that comes before what it takes back is kept, so that this comes to nothing. */
function withdraw(last: Entry | null, version: number, { state }: Openness): Outcome<Decision, PledgeRefusal> {
  if (last?.act === "withdraw" || last?.act === "lapse") return nothing;
  if (bound.includes(state)) return refused("committed");
  return done({ append: { act: "withdraw", version: Math.max(version, last?.version ?? 1), promised: null } });
}

const bound: readonly FundingState[] = ["committed", "delivering", "delivered"];

function confirm(last: Entry | null, { state, asked }: Openness): Outcome<Decision, PledgeRefusal> {
  if (!isLive(last)) return refused(last?.act === "withdraw" ? "pledge-withdrawn" : "pledge-lapsed");
  if (isConfirmed(last, asked)) return nothing;
  if (state !== "reached" || asked === null) return refused("nothing-to-confirm");
  return done({ append: { act: "confirm", version: last.version, promised: last.promised } });
}

/** Whether its owner has said again, since everybody was asked, that it holds. */
export function isConfirmed({ act, said }: Entry, asked: Date | null): boolean {
  return act === "confirm" && asked !== null && said >= asked;
}

function isSame(one: Promised | null, other: Promised): boolean {
  return one !== null && keyOf(one) === keyOf(other);
}

const keyOf = ({ amount, help, condition, visibility, validUntil }: Promised) =>
  JSON.stringify([
    ...[amount, help?.count, help?.unit, condition?.total, condition?.participants, visibility],
    validUntil?.getTime(),
  ]);
