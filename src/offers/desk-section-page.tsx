import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { ConflictNotice, ErrorSummary, type Option } from "../web/form-parts.tsx";
import type { Calculation } from "./calculate.ts";
import { CalculatorQuestions, refusalWords } from "./calculator-parts.tsx";
import { Curve } from "./curve-parts.tsx";
import { conflictsOf } from "./desk-difference-parts.tsx";
import type { Difference } from "./desk-differences.ts";
import { type FormState, summaryOf } from "./desk-fields-parts.tsx";
import { AdviceList, deskOffer, OfferDeskPage, SectionNav, sectionAfter, statusWords, writes } from "./desk-parts.tsx";
import { SectionFields } from "./desk-section-parts.tsx";
import type { Section } from "./desk-sections.ts";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";
import type { OfferContent } from "./offer.ts";
import { Receipt } from "./receipt-parts.tsx";

export interface SectionPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  readonly section: Section;
  readonly form: FormState;
  /** Tells which version the form was opened on. */
  readonly version: string;
  readonly others: readonly Option[];
  /** What a colleague saved meanwhile, where that differs from what is in the form. */
  readonly conflicts: readonly Difference[];
  /** The offer as the form has it, which advice and calculator speak of. */
  readonly edited: OfferContent;
  readonly calculation: Calculation | null;
  readonly done: string | null;
}

/** One section of an offer to write in, with advice beside it. */
export function SectionPage(props: SectionPageProps) {
  const { frame, working, section, form, conflicts, edited, done } = props;
  const { language } = frame;
  const word = words[language];
  const [short, title, lead] = word.sections[section];
  const scripts = section === "price" ? ["unsaved", "calculator"] : ["unsaved"];
  const open = writes(frame) && working.offer.state !== "withdrawn";
  return (
    <OfferDeskPage frame={frame} working={working} title={short} done={done} scripts={scripts}>
      <div class="stack stack-3">
        <h1 class="like-h2">{edited.title}</h1>
        <p class="soft">{statusWords(working, language)}</p>
        {!writes(frame) && <p class="notice">{word.readOnly}</p>}
      </div>
      <SectionNav working={working} here={section} language={language} />
      {conflicts.length > 0 && <ConflictNotice language={language} differences={conflictsOf(conflicts, language)} />}
      <ErrorSummary language={language} wrong={summaryOf(form)} />
      <div class="split">
        <form method="post" action={deskOffer(working.offer.slug, section)} data-keep novalidate>
          {/* What the key Enter sends: the first button of a form. */}
          {open && (
            <button class="sr" type="submit" name="do" value="save" tabindex={-1}>
              {word.save}
            </button>
          )}
          <input type="hidden" name="version" value={props.version} />
          <fieldset class="plain-fieldset" disabled={!open}>
            <div class="stack stack-2">
              <h2 class="like-h3">{title}</h2>
              <p class="soft">{lead}</p>
            </div>
            <div class="gap-above">
              <SectionFields section={section} form={form} others={props.others} />
            </div>
            {section === "price" && (
              <div class="gap-above-big">
                <LiveCalculator
                  content={edited}
                  calculation={props.calculation}
                  slug={working.offer.slug}
                  language={language}
                />
              </div>
            )}
          </fieldset>
          {open && <Buttons section={section} slug={working.offer.slug} language={language} />}
        </form>
        <AdviceList content={edited} slug={working.offer.slug} language={language} here={section} />
      </div>
    </OfferDeskPage>
  );
}

function Buttons({
  section,
  slug,
  language,
}: {
  readonly section: Section;
  readonly slug: string;
  readonly language: Language;
}) {
  const word = words[language];
  return (
    <p class="form-end">
      <button class="button button-main" type="submit" name="do" value="next">
        {sectionAfter(section) === null ? word.saveAndSee : word.saveOn}
      </button>
      <button class="button" type="submit" name="do" value="save">
        {word.save}
      </button>
      <a class="button button-quiet" href={deskOffer(slug)}>
        {word.overview}
      </a>
    </p>
  );
}

export interface LiveCalculatorProps {
  readonly content: OfferContent;
  readonly calculation: Calculation | null;
  readonly slug: string;
  readonly language: Language;
}

/** The calculator of the public page, on what is being written; `scripts/calculator.js` asks again at each change. */
export function LiveCalculator({ content, calculation, slug, language }: LiveCalculatorProps): Child {
  const word = words[language];
  return (
    <section aria-labelledby="calculator" data-calculator={deskOffer(slug, "price/calculator")}>
      <h2 class="like-h3" id="calculator">
        {word.calculator}
      </h2>
      <p class="soft">{word.calculatorText}</p>
      <div class="calculator gap-above">
        <div class="calculator-fields" data-part="fields">
          {calculation && <CalculatorQuestions content={content} {...calculation} language={language} />}
          <p>
            <button class="button button-small" type="submit" name="do" value="compute">
              {word.compute}
            </button>
          </p>
        </div>
        <div data-part="result" aria-live="polite">
          {calculation === null && <p class="soft">{word.nothingToCompute}</p>}
          {calculation && <Answer result={calculation.result} language={language} />}
        </div>
      </div>
      <div class="gap-above" data-part="curve">
        {calculation && <Drawn content={content} calculation={calculation} language={language} />}
      </div>
    </section>
  );
}

function Answer({ result, language }: Pick<Calculation, "result"> & { readonly language: Language }) {
  if (!result.done) return <p class="soft">{refusalWords(result.reason, language)}</p>;
  return <Receipt quote={result.value} language={language} />;
}

function Drawn({
  content,
  calculation: { fields, result },
  language,
}: Pick<LiveCalculatorProps, "content" | "language"> & { readonly calculation: Calculation }) {
  const quantity = Number(fields.quantities[0]?.typed ?? Number.NaN);
  const asked = result.done ? { quantity, quote: result.value } : null;
  return <Curve content={content} language={language} tier={fields.tier ?? ""} member={fields.member} asked={asked} />;
}
