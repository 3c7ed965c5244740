import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { Icon } from "../web/icon.tsx";
import { count } from "../web/money.ts";
import type { CalculatorFields } from "./calculate.ts";
import type { OfferContent } from "./offer.ts";
import { unitOf } from "./price.ts";
import { unitWord } from "./price-words.ts";
import type { Quote } from "./quote.ts";
import type { QuoteRefusal } from "./quote-quantities.ts";
import { Receipt } from "./receipt-parts.tsx";
import { tierTitle } from "./tier-parts.tsx";
import { words } from "./words.ts";

export interface CalculatorProps {
  readonly language: Language;
  /** The page it is on. */
  readonly action: string;
  readonly content: OfferContent;
  readonly fields: CalculatorFields;
  readonly result: Outcome<Quote, QuoteRefusal>;
  /** What illustrates the answer. */
  readonly children?: Child;
}

/** A form that says what an offer costs for one's own numbers; each answer has an address of its own. */
export function Calculator({ language, action, content, fields, result, children }: CalculatorProps) {
  const word = words[language];
  const refusal = result.done ? null : result.reason;
  return (
    <section aria-labelledby="calculator">
      <h2 id="calculator">{word.calculatorTitle}</h2>
      {refusal && <ErrorSummary refusal={refusal} language={language} />}
      <form class="calculator gap-above" method="get" action={`${action}#calculator`}>
        <div class="calculator-fields">
          <CalculatorQuestions content={content} fields={fields} result={result} language={language} />
          <p>
            <button class="button" type="submit">
              <Icon name="calculator" /> {word.compute}
            </button>
          </p>
        </div>
        {result.done && <Receipt quote={result.value} language={language} />}
      </form>
      <div class="gap-above">{children}</div>
    </section>
  );
}

/** What the calculator asks: a formula, quantities, whether one is a member. */
export function CalculatorQuestions({
  content,
  fields,
  result,
  language,
}: Omit<CalculatorProps, "action" | "children">) {
  const refusal = result.done ? null : result.reason;
  return (
    <>
      {fields.tiers.length > 1 && <TierField fields={fields} content={content} refusal={refusal} language={language} />}
      {fields.quantities.map(({ unit, typed }) => (
        <QuantityField unit={unit} typed={typed} refusal={refusal} language={language} />
      ))}
      {fields.member !== null && <MemberField member={fields.member} language={language} />}
    </>
  );
}

function ErrorSummary({ refusal, language }: { readonly refusal: QuoteRefusal; readonly language: Language }) {
  return (
    <div class="error-summary gap-above" role="alert">
      <h3>
        <Icon name="warning-circle" />
        <span>{words[language].quoteErrors}</span>
      </h3>
      <ul class="plain">
        <li>
          <a href={`#${fieldId(refusal.field)}`}>{refusalWords(refusal, language)}</a>
        </li>
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly refusal: QuoteRefusal | null;
  readonly language: Language;
}

function TierField({ fields, content, refusal, language }: FieldProps & Pick<CalculatorProps, "fields" | "content">) {
  const word = words[language];
  const wrong = refusal?.field === "tier";
  return (
    <div class={wrong ? "field field-wrong" : "field"}>
      <label class="field-label" for="calculator-tier">
        {word.tier}
      </label>
      {wrong && <FieldError refusal={refusal} language={language} />}
      <select class="input" id="calculator-tier" name="tier" {...described(wrong ? "calculator-error" : null, wrong)}>
        {fields.tiers.map((id) => (
          <option value={id} selected={id === fields.tier}>
            {tierTitle(content.tiers, id, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

function QuantityField({
  unit,
  typed,
  refusal,
  language,
}: FieldProps & { readonly unit: string; readonly typed: string }) {
  const word = words[language];
  const id = fieldId(unit);
  const wrong = refusal !== null && refusal.field !== null && unitOf(refusal.field) === unitOf(unit);
  const hint = word.quantityHint[unitOf(unit)];
  const names = [hint && `${id}-hint`, wrong && "calculator-error"].filter(Boolean).join(" ");
  return (
    <div class={wrong ? "field field-wrong" : "field"}>
      <label class="field-label" for={id}>
        {word.quantity[unitOf(unit)] ?? word.quantityOf(unitWord(unit, 2, language))}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && <FieldError refusal={refusal} language={language} />}
      <div class="with-unit">
        <input
          class="input"
          id={id}
          name={`quantity.${unit}`}
          inputmode="numeric"
          autocomplete="off"
          value={typed}
          {...described(names, wrong)}
        />
        <span>{unitWord(unit, 2, language)}</span>
      </div>
    </div>
  );
}

function MemberField({ member, language }: { readonly member: boolean; readonly language: Language }) {
  const word = words[language];
  return (
    <fieldset class="fieldset">
      <legend>{word.member}</legend>
      <div class="options options-row">
        <label class="option">
          <input type="radio" name="member" value="yes" checked={member} /> {word.yes}
        </label>
        <label class="option">
          <input type="radio" name="member" value="no" checked={!member} /> {word.notYet}
        </label>
      </div>
    </fieldset>
  );
}

function FieldError({ refusal, language }: { readonly refusal: QuoteRefusal; readonly language: Language }) {
  return (
    <p class="field-error" id="calculator-error">
      <Icon name="warning-circle" />
      <span>{refusalWords(refusal, language)}</span>
    </p>
  );
}

/** Why there is no price, and what to do. */
export function refusalWords({ reason, field, minimum, maximum }: QuoteRefusal, language: Language): string {
  const bound = (n: number | null) =>
    n === null ? "" : `${count(n, language)} ${field === null ? "" : unitWord(field, n, language)}`.trim();
  return words[language].quoteRefusals[reason]({ minimum: bound(minimum), maximum: bound(maximum) });
}

function fieldId(field: string | null): string {
  return field === null || field === "tier"
    ? "calculator-tier"
    : `quantity-${unitOf(field).replaceAll(/[^a-z0-9]/g, "-")}`;
}

function described(by: string | null, wrong: boolean): { "aria-describedby"?: string; "aria-invalid"?: "true" } {
  return { ...(by ? { "aria-describedby": by } : {}), ...(wrong ? { "aria-invalid": "true" as const } : {}) };
}
