import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Goal } from "../funding/funding.ts";
import { type ProposalContent, proposalVisibilities } from "../funding/proposal.ts";
import { readTypedAmount } from "../money/typed.ts";
import { highestAmount, type Period, periods, typedAmount } from "../offers/price.ts";
import { isWebAddress, readDay, type Typed, textOf } from "./reading.ts";

export type AnswerField = "provider" | "text" | "amount" | "period" | "ready" | "terms" | "url" | "visibility";
type Faults = Readonly<Partial<Record<AnswerField, AnswerField>>>;

/** What a host would do, as it was typed, in the currency of the request; or the fields that cannot be read. */
export function readAnswer(typed: Typed, { currency }: Pick<Goal, "currency">): Outcome<ProposalContent, Faults> {
  const faults: Found = {};
  const amount = readSum(typed, currency, faults);
  const read = {
    ...{ amount, currency: amount === null ? null : currency, period: readPeriod(typed, faults) },
    ...{ text: within(typed, "text", faults) ?? "", terms: within(typed, "terms", faults) },
    ...{ provider: within(typed, "provider", faults), ready: readReady(typed, faults), url: readUrl(typed, faults) },
    visibility: readVisibility(typed, faults),
  };
  if (read.text === "") faults.text = "text";
  return Object.keys(faults).length > 0 ? refused(faults) : done(read);
}

type Found = Partial<Record<AnswerField, AnswerField>>;
const longest = { text: 5_000, terms: 5_000, provider: 200 };

function within(typed: Typed, name: keyof typeof longest, faults: Found): string | null {
  const text = textOf(typed, name);
  if (text.length > longest[name]) faults[name] = name;
  return text || null;
}

function readSum(typed: Typed, currency: string, faults: Found): number | null {
  const text = textOf(typed, "amount");
  if (text === "") return null;
  const read = readTypedAmount(text, { currency, highest: highestAmount });
  if (read.done) return read.value;
  faults.amount = "amount";
  return null;
}

function readPeriod(typed: Typed, faults: Found): Period | null {
  const text = textOf(typed, "period");
  const period = periods.find((one) => one === text) ?? null;
  if (text !== "" && period === null) faults.period = "period";
  return period;
}

function readReady(typed: Typed, faults: Found): string | null {
  const text = textOf(typed, "ready");
  const day = readDay(text);
  if (text !== "" && day === null) faults.ready = "ready";
  return day;
}

function readUrl(typed: Typed, faults: Found): string | null {
  const text = textOf(typed, "url");
  if (text !== "" && !isWebAddress(text)) faults.url = "url";
  return text || null;
}

function readVisibility(typed: Typed, faults: Found): ProposalContent["visibility"] {
  const text = textOf(typed, "visibility") || "everyone";
  const known = proposalVisibilities.find((one) => one === text);
  if (known === undefined) faults.visibility = "visibility";
  return known ?? "requester";
}

/** An answer as the form shows it, to be changed. */
export function typedAnswer({ amount, currency, ...rest }: ProposalContent): Typed {
  const sum = amount === null || currency === null ? "" : typedAmount(amount, currency);
  return {
    ...{ text: rest.text, amount: sum, period: rest.period ?? "", ready: rest.ready ?? "", terms: rest.terms ?? "" },
    ...{ url: rest.url ?? "", visibility: rest.visibility, provider: rest.provider ?? "" },
  };
}
