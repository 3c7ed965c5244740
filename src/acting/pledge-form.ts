import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { closingOf } from "../funding/terms.ts";
import type { AmountRefusal } from "../money/money.ts";
import { readTypedAmount } from "../money/typed.ts";
import { type Cents, highestAmount, typedAmount } from "../offers/price.ts";
import { type Help, helpUnits, type PledgeRefusal, type Promised, visibilities } from "../pledges/pledges.ts";
import { readDay, readNumber, type Typed, textOf } from "./reading.ts";

export type PledgeField =
  | "amount"
  | "what"
  | "count"
  | "unit"
  | "conditionTotal"
  | "conditionParticipants"
  | "visibility"
  | "validUntil";

export type PledgeFault =
  | `amount-${AmountRefusal}`
  | "amount-missing"
  | "either"
  | "what-missing"
  | "what-too-long"
  | "count-malformed"
  | "participants-malformed"
  | "day-malformed"
  | "choice-unknown";

/** A promise as it was typed, with the words for help in kind. */
export interface ReadPledge {
  readonly promised: Promised;
  readonly words: string | null;
}

type Faults = Readonly<Partial<Record<PledgeField, PledgeFault>>>;

/** What the fields of a promise say, of a request in this currency; or what is wrong, by field. */
export function readPledge(typed: Typed, currency: string): Outcome<ReadPledge, Faults> {
  const faults: Partial<Record<PledgeField, PledgeFault>> = {};
  const amount = readGiven(typed, currency, faults);
  const help = readHelp(typed, amount !== null || faults.amount !== undefined, faults);
  const condition = readCondition(typed, currency, faults);
  const until = textOf(typed, "validUntil");
  const day = until === "" ? null : readDay(until);
  if (until !== "" && day === null) faults.validUntil = "day-malformed";
  const shown = textOf(typed, "visibility");
  const visibility = visibilities.find((one) => one === (shown || "visible"));
  if (visibility === undefined) faults.visibility = "choice-unknown";
  if (Object.keys(faults).length > 0 || visibility === undefined) return refused(faults);
  const validUntil = day === null ? null : closingOf(day);
  const promised = { amount, help: help && { count: help.count, unit: help.unit }, condition, visibility, validUntil };
  return done({ promised, words: help?.what ?? null });
}

type Found = Partial<Record<PledgeField, PledgeFault>>;

/** The amount that was typed, else the one that was chosen. */
function readGiven(typed: Typed, currency: string, faults: Found): Cents | null {
  const chosen = textOf(typed, "preset");
  const text = textOf(typed, "amount") || (/^\d/.test(chosen) ? chosen : "");
  if (text === "") return null;
  const read = readTypedAmount(text, { currency, highest: highestAmount });
  if (read.done) return read.value;
  faults.amount = `amount-${read.reason}`;
  return null;
}

function readHelp(typed: Typed, money: boolean, faults: Found) {
  const what = textOf(typed, "what").replaceAll(/\s+/g, " ");
  const number = textOf(typed, "count");
  if (what === "") {
    if (!money) Object.assign(faults, nothingGiven(textOf(typed, "preset") === "help" || number !== ""));
    return null;
  }
  if (money) faults.what = "either";
  if (what.length > 500) faults.what = "what-too-long";
  return { what, count: readCount(number, faults), unit: readUnit(textOf(typed, "unit"), faults) };
}

function readCount(text: string, faults: Found): number {
  const count = readNumber(text || "1", { least: 1, most: 1_000_000 });
  if (count === null) faults.count = "count-malformed";
  return count ?? 1;
}

function readUnit(text: string, faults: Found): Help["unit"] {
  const unit = helpUnits.find((one) => one === (text || "thing"));
  if (unit === undefined) faults.unit = "choice-unknown";
  return unit ?? "thing";
}

const nothingGiven = (helps: boolean): Found => (helps ? { what: "what-missing" } : { amount: "amount-missing" });

function readCondition(typed: Typed, currency: string, faults: Found): Promised["condition"] {
  const [sum, heads] = [textOf(typed, "conditionTotal"), textOf(typed, "conditionParticipants")];
  const total = sum === "" ? null : readTypedAmount(sum, { currency, highest: highestAmount });
  if (total?.done === false) faults.conditionTotal = `amount-${total.reason}`;
  const participants = heads === "" ? null : readNumber(heads, { least: 2, most: 1_000_000 });
  if (heads !== "" && participants === null) faults.conditionParticipants = "participants-malformed";
  if (sum === "" && heads === "") return null;
  return { total: total?.done ? total.value : null, participants };
}

/** Where in the form each refusal is mended; null where nothing that is typed would mend it. */
export function fieldOf(refusal: PledgeRefusal): PledgeField | null {
  switch (refusal) {
    case "pledge-too-small":
    case "pledge-too-large":
    case "cap-reached":
      return "amount";
    case "valid-in-the-past":
      return "validUntil";
    default:
      return null;
  }
}

/** A promise as the form shows it, to be changed. */
export function typedPledge({ promised, words }: ReadPledge, currency: string): Typed {
  const { amount, help, condition, visibility, validUntil } = promised;
  const written = (cents: Cents | null | undefined) => (cents == null ? "" : typedAmount(cents, currency));
  // What holds until midnight in Paris holds on the day before.
  const day = validUntil === null ? "" : new Date(validUntil.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
  return {
    ...{ amount: written(amount), what: words ?? "", count: help === null ? "" : String(help.count) },
    ...{ unit: help?.unit ?? "", conditionTotal: written(condition?.total), visibility, validUntil: day },
    conditionParticipants: condition?.participants == null ? "" : String(condition.participants),
  };
}
