import type { FundingRequest } from "../funding/funding.ts";
import type { PledgeRead } from "../intake/intake.ts";
import { typedAmount } from "../offers/price.ts";
import type { Fields, Understood } from "./sayings.ts";

/** The form of a promise as an answer to a request fills it in; `text` is what it was read from. */
export function pledgeFields(read: PledgeRead, text: string, { terms }: Pick<FundingRequest, "terms">): Understood {
  const { amounts, inKind, condition, visibility } = read;
  const given = amounts[0] ? moneyFields(amounts, terms.goal.period) : helpFields(inKind, text);
  const wanted = condition === null ? null : conditionFields(condition.value);
  return {
    fields: { ...given.fields, ...wanted, ...(visibility === null ? {} : { visibility: visibility.value }) },
    unsure: [
      ...given.unsure,
      // Money and work are two promises: what the form does not take has to be seen.
      ...(amounts.length > 0 && inKind !== null ? ["what"] : []),
      ...(condition !== null && (wanted === null || !condition.sure) ? ["condition"] : []),
    ],
  };
}

/** Of several readings the likeliest; a pace that is not the request's has to be looked at. */
function moneyFields(amounts: PledgeRead["amounts"], period: FundingRequest["terms"]["goal"]["period"]): Understood {
  const [first, ...others] = amounts;
  if (first === undefined) return { fields: {}, unsure: [] };
  const { cents, currency, period: said } = first.value;
  const fits = said === null || said === (period ?? "once");
  const sure = first.sure && others.length === 0 && fits;
  return { fields: { amount: typedAmount(cents, currency) }, unsure: sure ? [] : ["amount"] };
}

function helpFields(inKind: PledgeRead["inKind"], text: string): Understood {
  if (inKind === null) return { fields: {}, unsure: [] };
  const { value, start, end, sure } = inKind;
  const fields = { what: text.slice(start, end), count: String(value.count), unit: value.unit };
  return { fields, unsure: sure ? [] : ["count"] };
}

/** Null for a condition that could not be read. */
function conditionFields(condition: NonNullable<PledgeRead["condition"]>["value"]): Fields | null {
  if ("total" in condition) return { conditionTotal: typedAmount(condition.total, condition.currency) };
  return "participants" in condition ? { conditionParticipants: String(condition.participants) } : null;
}
