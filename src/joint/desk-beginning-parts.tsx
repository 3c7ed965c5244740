import type { Language } from "../foundation/language.ts";
import { readTypedAmount } from "../money/typed.ts";
import type { Money } from "../offers/joint-terms.ts";
import { highestAmount, periods } from "../offers/price.ts";
import { findOwn, type JointDeskDeps } from "./desk-doing-parts.tsx";
import { type Sent, textOf } from "./desk-terms-form.ts";
import { words } from "./desk-words.ts";
import type { Named } from "./joint.ts";

const most = 11;

/** The fields for partners: three, or one more than were filled in. */
export function partnerFields(sent: Sent): readonly string[] {
  const filled = Array.from({ length: most }, (_, at) => at + 1).filter((at) => textOf(sent, `with-${at}`) !== "");
  const count = Math.min(Math.max(3, Math.max(0, ...filled) + 1), most);
  return Array.from({ length: count }, (_, at) => `with-${at + 1}`);
}

/** The hosts that were typed; what is wrong with one is put beside its field. */
export async function readPartners(
  deps: JointDeskDeps,
  sent: Sent,
  language: Language,
  wrong: Record<string, string>,
): Promise<readonly Named[]> {
  const { actor: own } = await findOwn(deps);
  const found: Named[] = [];
  for (const name of partnerFields(sent).filter((field) => textOf(sent, field) !== "")) {
    const typed = textOf(sent, name).slice(0, 300);
    const partner = await deps.findPartner(typed);
    const fault = faultOf(partner, found, own);
    if (fault !== null) wrong[name] = partnerFault(fault, typed, language);
    else if (partner !== null) found.push(partner);
  }
  if (found.length === 0 && Object.keys(wrong).length === 0) wrong["with-1"] = words[language].make.nobody;
  return found;
}

type PartnerFault = "unknown" | "ourselves" | "twice";

/** Why a host that somebody named cannot be asked; null when it can. */
export function faultOf(
  found: Named | null,
  others: readonly Pick<Named, "actor">[],
  own: string,
): PartnerFault | null {
  if (found === null) return "unknown";
  if (found.actor === own) return "ourselves";
  return others.some(({ actor }) => actor === found.actor) ? "twice" : null;
}

/** The same in words. */
export function partnerFault(fault: PartnerFault, typed: string, language: Language): string {
  const said = words[language].make[fault];
  return typeof said === "string" ? said : said(typed);
}

/** The price that was typed, of one period; null where there is none. */
export function readPrice(sent: Sent): Money | "wrong" | null {
  const text = textOf(sent, "price");
  if (text === "") return null;
  const read = readTypedAmount(text, { currency: "EUR", highest: highestAmount });
  const period = periods.find((one) => one === textOf(sent, "period")) ?? "year";
  return read.done ? { amount: read.value, currency: "EUR", period } : "wrong";
}
