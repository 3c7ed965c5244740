import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { codesOf } from "../hosts/vocabularies.ts";
import { readTypedAmount } from "../money/typed.ts";
import type { JointPart, JointTerms, Money, Share } from "../offers/joint-terms.ts";
import { currencyDigits, decimalOf, highestAmount, type Period, periods } from "../offers/price.ts";

/** What a form sent, by the names of its fields. */
export type Sent = Readonly<Record<string, readonly string[]>>;

export type TermsFault = "too-long" | "amount" | "share" | "period" | "invoicing" | "mode";
type Faults = Readonly<Record<string, TermsFault>>;

/** What hosts agree on, as the form shows it to be changed. */
export function sentTerms(terms: JointTerms): Sent {
  const { text, parts, invoicing, supportEntry: support, liability, onLeaving, total } = terms;
  const byActor = parts.some(({ actor }) => actor === support);
  const fields: Sent = {
    ...{ text: [text ?? ""], invoicing: [invoicing], liability: [liability ?? ""] },
    ...{ support: [byActor ? (support ?? "") : ""], supportWords: [byActor ? "" : (support ?? "")] },
    ...{ mode: [onLeaving.mode], leaving: [onLeaving.words ?? ""] },
    ...{ total: [total ? plainAmount(total) : ""], period: [periodIn(terms)], currency: [currencyIn(terms)] },
  };
  const ofParts = parts.flatMap(({ actor, roles, share, does }, at) => [
    [`actor-${at}`, [actor]] as const,
    [`roles-${at}`, roles] as const,
    [`does-${at}`, [does ?? ""]] as const,
    [`share-${at}`, [share ? shareText(share) : ""]] as const,
  ]);
  return { ...fields, ...Object.fromEntries(ofParts) };
}

const plainAmount = ({ amount, currency }: Money): string => decimalOf(amount, currency).replace(/\.00$/, "");
const shareText = (share: Share): string => ("percent" in share ? `${share.percent} %` : plainAmount(share));

/** All amounts of a form are of one period. */
function periodIn({ total, parts }: JointTerms): Period {
  const shares = parts.flatMap(({ share }) => (share && "period" in share ? [share.period] : []));
  return total?.period ?? shares[0] ?? "year";
}

function currencyIn({ total, parts }: JointTerms): string {
  const shares = parts.flatMap(({ share }) => (share && "currency" in share ? [share.currency] : []));
  return total?.currency ?? shares[0] ?? "EUR";
}

/** What hosts agree on, as it was typed; or the fields that cannot be read. Parts that were ticked away are left out, the lead's never. */
export function readTerms(sent: Sent, lead: string): Outcome<JointTerms, Faults> {
  const faults: Record<string, TermsFault> = {};
  const parts = readParts(sent, lead, faults);
  const invoicing = textOf(sent, "invoicing");
  if (!parts.some(({ actor }) => actor === invoicing)) faults["invoicing"] = "invoicing";
  const mode = (["suspend", "shrink"] as const).find((one) => one === textOf(sent, "mode"));
  if (mode === undefined) faults["mode"] = "mode";
  const terms: JointTerms = {
    ...{ text: within(sent, "text", 5_000, faults), parts, invoicing, supportEntry: readSupport(sent, parts, faults) },
    ...{ liability: within(sent, "liability", 5_000, faults), total: readMoney(sent, "total", "amount", faults) },
    onLeaving: { mode: mode ?? "suspend", words: within(sent, "leaving", 2_000, faults) },
  };
  return Object.keys(faults).length > 0 ? refused(faults) : done(terms);
}

type Found = Record<string, TermsFault>;

/** Where parts stand in the form, in their order. */
export function partsIn(sent: Sent): readonly number[] {
  const found = Object.keys(sent).flatMap((name) => /^actor-(\d{1,2})$/.exec(name)?.[1] ?? []);
  return found.map(Number).sort((one, other) => one - other);
}

function readParts(sent: Sent, lead: string, faults: Found): readonly JointPart[] {
  const kept = partsIn(sent).filter((at) => textOf(sent, `actor-${at}`) === lead || textOf(sent, `drop-${at}`) === "");
  return kept.map((at) => ({
    actor: textOf(sent, `actor-${at}`),
    roles: codesOf("partnershipRoles").filter((role) => sent[`roles-${at}`]?.includes(role)),
    does: within(sent, `does-${at}`, 2_000, faults),
    share: readShare(sent, `share-${at}`, faults),
  }));
}

function readShare(sent: Sent, name: string, faults: Found): Share | null {
  const [, number] =
    /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%$/.exec(textOf(sent, name).replaceAll(/[\u00a0\u202f]/g, " ")) ?? [];
  if (number === undefined) return readMoney(sent, name, "share", faults);
  const percent = Number(number.replace(",", "."));
  if (percent > 100) faults[name] = "share";
  return { percent };
}

function readMoney(sent: Sent, name: string, fault: "amount" | "share", faults: Found): Money | null {
  const text = textOf(sent, name);
  if (text === "") return null;
  const currency = textOf(sent, "currency") in currencyDigits ? textOf(sent, "currency") : "EUR";
  const read = readTypedAmount(text, { currency, highest: highestAmount });
  const period = periods.find((one) => one === textOf(sent, "period"));
  if (!read.done) faults[name] = fault;
  if (period === undefined) faults["period"] = "period";
  return read.done && period !== undefined ? { amount: read.value, currency, period } : null;
}

function readSupport(sent: Sent, parts: readonly JointPart[], faults: Found): string | null {
  const chosen = parts.find(({ actor }) => actor === textOf(sent, "support"));
  return chosen?.actor ?? within(sent, "supportWords", 500, faults);
}

function within(sent: Sent, name: string, longest: number, faults: Found): string | null {
  const text = textOf(sent, name);
  if (text.length > longest) faults[name] = "too-long";
  return text || null;
}

/** One text without spaces around it; empty where the field was not sent. */
export const textOf = (sent: Sent, name: string): string => (sent[name]?.[0] ?? "").trim();
