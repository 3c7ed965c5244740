import type { Child } from "hono/jsx";
import type { Acting } from "../funding/acting.ts";
import { type FundingRequest, mostOf, type Promises } from "../funding/funding.ts";
import { decimalOf } from "../offers/price.ts";
import { helpUnits, visibilities } from "../pledges/pledges.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import {
  Choices,
  ErrorSummary,
  OnceField,
  SelectField,
  TextField,
  type Typed,
  type Wrong,
} from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { amountWords, deadlineWords } from "./amount-words.ts";
import { words } from "./pledge-words.ts";
import { AsField, Before } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

export interface PledgePageProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly promises: Promises;
  readonly all: readonly Acting[];
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Why nothing that is typed would be taken, as a sentence. */
  readonly refused: string | null;
  /** Of the promise that is changed; null for a new one. */
  readonly pledge: string | null;
  readonly still: boolean;
  readonly original: string | null;
}

/** Where somebody promises money or help, or changes what they promised. */
export function PledgePage(props: PledgePageProps) {
  const { frame, request, wrong, refused, pledge, still, original } = props;
  const { language } = frame;
  const word = words[language];
  const title = pledge === null ? word.title : word.changeTitle;
  const page = `/funding/${request.code}`;
  const ways = [
    { href: "/funding", label: shared[language].funding },
    { href: page, label: request.content.title },
  ];
  return (
    <Layout frame={frame} title={`${title} · ${request.content.title}`} sheets={["acting"]} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <Breadcrumb language={language} ways={ways} here={title} />
          <div class="stack stack-3">
            <h1>{title}</h1>
            <Standing {...props} />
          </div>
          {refused !== null && (
            <CareNotice title={word.refusedTitle} refused>
              <p>{refused}</p>
            </CareNotice>
          )}
          <Before {...{ frame, still, original }} />
          <ErrorSummary language={language} wrong={wrong} />
          <PledgeForm {...props} />
        </div>
        <IsAside frame={frame} />
      </div>
    </Layout>
  );
}

function Standing({ frame: { language }, request, promises }: PledgePageProps) {
  const word = words[language];
  const { goal, deadline } = request.terms;
  const total = amountWords(promises.total, goal, language);
  const raised =
    goal.minimum === null ? word.raisedOnly(total) : word.raised(total, amountWords(goal.minimum, goal, language));
  return (
    <p class="lead">
      {request.content.title}
      <br />
      <span class="small soft">
        {raised} {deadline !== null && word.until(deadlineWords(deadline, language))}
      </span>
    </p>
  );
}

function PledgeForm(props: PledgePageProps) {
  const { frame, request, all, typed, pledge } = props;
  const { language } = frame;
  const word = words[language];
  const page = `/funding/${request.code}`;
  return (
    <form
      class="stack stack-5"
      method="post"
      action={pledge === null ? `${page}/pledge` : `${page}/pledges/${pledge}/change`}
      novalidate
    >
      <OnceField form={typed["form"]} />
      {["from", "version"].map((name) => typed[name] && <input type="hidden" name={name} value={typed[name]} />)}
      <MoneyFields {...props} />
      <div class="more-list">
        <HelpFields {...props} />
        <ConditionFields {...props} />
      </div>
      <Choices
        {...{ name: "visibility", label: word.visibility, type: "radio", chosen: [typed["visibility"] || "visible"] }}
        wrong={props.wrong["visibility"]}
        options={visibilities.map((value) => {
          const [label, hint] = word.visibilities[value];
          return { value, label, hint };
        })}
      />
      {pledge === null && <AsField all={all} chosen={typed["as"]} language={language} />}
      <p class="form-end">
        <button class="button button-main" type="submit">
          {pledge === null ? word.submit : word.submitChange}
        </button>
        <a href={pledge === null ? page : `${page}/pledges/${pledge}`}>{shared[language].cancel}</a>
      </p>
    </form>
  );
}

/** What of a form the fields of a promise need. */
type FieldsProps = Pick<PledgePageProps, "frame" | "typed" | "wrong"> & {
  readonly request: Pick<FundingRequest, "content" | "terms">;
};

/** What is promised, under which condition, and what others see of it; towards a request of whatever instance. */
export function PledgeFields(props: FieldsProps) {
  const word = words[props.frame.language];
  return (
    <>
      <MoneyFields {...props} />
      <div class="more-list">
        <HelpFields {...props} />
        <ConditionFields {...props} />
      </div>
      <Choices
        {...{ name: "visibility", label: word.visibility, type: "radio" }}
        chosen={[props.typed["visibility"] || "visible"]}
        wrong={props.wrong["visibility"]}
        options={visibilities.map((value) => {
          const [label, hint] = word.visibilities[value];
          return { value, label, hint };
        })}
      />
    </>
  );
}

/** A field with what was typed and what is wrong with it. */
const of = ({ typed, wrong }: FieldsProps, name: string) => ({
  name,
  value: typed[name] ?? "",
  wrong: wrong[name],
});

function MoneyFields(props: FieldsProps) {
  const { frame, request, typed } = props;
  const { language } = frame;
  const word = words[language];
  const { presets } = request.content;
  const { goal } = request.terms;
  return (
    <div>
      {presets.length > 0 && (
        <fieldset class="fieldset">
          <legend>{word.what}</legend>
          <div class="strips">
            {presets.map((preset) => {
              const value = decimalOf(preset, goal.currency);
              return (
                <label>
                  <input type="radio" name="preset" value={value} checked={typed["preset"] === value} />
                  <span>{amountWords(preset, goal, language)}</span>
                </label>
              );
            })}
            <label>
              <input type="radio" name="preset" value="other" checked={(typed["preset"] ?? "other") === "other"} />
              <span>{word.other}</span>
            </label>
          </div>
        </fieldset>
      )}
      <TextField
        {...of(props, "amount")}
        label={presets.length > 0 ? word.other : word.amount}
        hint={word.amountHint(boundsWords(props))}
        inputmode="decimal"
        autocomplete="off"
        width="short"
      />
    </div>
  );
}

function boundsWords({ frame: { language }, request: { terms } }: FieldsProps): string {
  const word = words[language];
  const { minimumPledge, maximumPledge, cap, goal } = terms;
  const least = minimumPledge === null ? "" : word.least(amountWords(minimumPledge, goal, language));
  const most = (maximumPledge ?? cap) === null ? "" : word.most(amountWords(mostOf(terms), goal, language));
  return least + most;
}

function Folded({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children: Child;
}) {
  return (
    <details class="more" open={open}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Open where something stands in one of these fields, or is wrong there. */
const filled = ({ typed, wrong }: FieldsProps, names: readonly string[]): boolean =>
  names.some((name) => (typed[name] ?? "") !== "" || wrong[name] !== undefined);

function HelpFields(props: FieldsProps) {
  const word = words[props.frame.language];
  const { helpWanted } = props.request.content;
  const unit = props.typed["unit"] || "hour";
  return (
    <Folded title={word.helpTitle} open={filled(props, ["what", "count"])}>
      <p class="soft small">{word.helpText}</p>
      {helpWanted !== null && <p class="small">{word.helpWanted(helpWanted)}</p>}
      <TextField {...of(props, "what")} label={word.helpWhat} hint={word.helpWhatHint} maxlength={500} />
      <div class="pair">
        <TextField {...of(props, "count")} label={word.helpCount} inputmode="numeric" width="short" />
        <SelectField
          {...{ ...of(props, "unit"), label: word.helpUnit, value: unit }}
          options={helpUnits.map((value) => ({ value, label: word.units[value] }))}
        />
      </div>
    </Folded>
  );
}

function ConditionFields(props: FieldsProps) {
  const word = words[props.frame.language];
  return (
    <Folded title={word.onlyIf} open={filled(props, ["conditionTotal", "conditionParticipants", "validUntil"])}>
      <p class="soft small">{word.onlyIfText}</p>
      <TextField {...of(props, "conditionTotal")} label={word.conditionTotal} inputmode="decimal" width="short" />
      <TextField
        {...of(props, "conditionParticipants")}
        label={word.conditionParticipants}
        inputmode="numeric"
        width="short"
      />
      <TextField
        {...of(props, "validUntil")}
        {...{ label: word.validUntil, hint: word.validUntilHint, type: "date", width: "middle" }}
      />
    </Folded>
  );
}

/** What a promise is, and what it is not. */
export function IsAside({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language].is;
  return (
    <aside class="sheet stack" aria-labelledby="is">
      <h2 class="like-h4" id="is">
        {word.title}
      </h2>
      <ol class="steps">
        {word.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </aside>
  );
}
