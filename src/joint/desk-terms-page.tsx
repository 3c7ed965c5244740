import { codesOf, label } from "../hosts/vocabularies.ts";
import { periods } from "../offers/price.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Choices, ErrorSummary, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { CareNotice } from "../web/notice.tsx";
import { HostList, type KnownHost } from "./desk-host-parts.tsx";
import { JointDeskPage, paperPath } from "./desk-parts.tsx";
import { partsIn, type Sent, textOf } from "./desk-terms-form.ts";
import { type Words, words, wordsFor } from "./desk-words.ts";
import type { JointPaper, Named } from "./joint.ts";

export interface TermsPageProps {
  readonly frame: DeskFrame;
  readonly paper: JointPaper;
  readonly own: Named;
  /** Hosts that may be added, by their names. */
  readonly known: readonly KnownHost[];
  readonly sent: Sent;
  readonly wrong: Wrong;
  readonly done: string | null;
}

/** Who does what, for how much, and what all of them promise: what the others will be asked to sign. */
export function TermsPage(props: TermsPageProps) {
  const { frame, paper, wrong, done } = props;
  const { language } = frame;
  const word = words[language].terms;
  const ways = [{ href: paperPath(paper.id), label: paper.title }];
  return (
    <JointDeskPage frame={frame} title={`${word.title} · ${paper.title}`} ways={ways} here={word.title} done={done}>
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {paper.state !== "draft" && <CareNotice title={word.changesAsk}>{null}</CareNotice>}
      <form class="stack stack-6" method="post" action={paperPath(paper.id, "terms")} novalidate>
        <input type="hidden" name="version" value={textOf(props.sent, "version") || paper.version} />
        <input type="hidden" name="currency" value={textOf(props.sent, "currency")} />
        {partsIn(props.sent).map((at) => (
          <PartFields {...props} at={at} />
        ))}
        <Adding {...props} />
        <PriceFields {...props} />
        <PromiseFields {...props} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.save} <Icon name="check" />
          </button>
          <a class="button button-quiet" href={paperPath(paper.id)}>
            {word.back}
          </a>
        </p>
      </form>
    </JointDeskPage>
  );
}

/** How a host is called that has a part. */
function nameOf({ paper, own, frame: { language } }: TermsPageProps, actor: string): string {
  if (actor === own.actor) return own.name;
  return paper.partners.find((one) => one.actor === actor)?.name ?? words[language].terms.newcomer;
}

function PartFields(props: TermsPageProps & { readonly at: number }) {
  const { frame, paper, own, sent, wrong, at } = props;
  const { language } = frame;
  const word = wordsFor(language, paper.kind).terms;
  const { optional } = deskWords[language];
  const actor = textOf(sent, `actor-${at}`);
  const [roles, does, share] = [`roles-${at}`, `does-${at}`, `share-${at}`];
  return (
    <section class="form-part stack" aria-labelledby={`part-${at}`}>
      <h2 id={`part-${at}`}>{word.partOf(nameOf(props, actor))}</h2>
      <input type="hidden" name={`actor-${at}`} value={actor} />
      <div class="boxes">
        <Choices
          {...{ name: roles, label: word.roles, type: "checkbox", chosen: sent[roles] ?? [], wrong: wrong[roles] }}
          options={codesOf("partnershipRoles").map((value) => {
            return { value, label: label("partnershipRoles", value, language) };
          })}
        />
      </div>
      <TextArea
        {...{ name: does, label: word.does, hint: word.doesHint, value: textOf(sent, does), rows: 2, optional }}
        wrong={wrong[does]}
      />
      <TextField
        {...{ name: share, label: word.share, hint: word.shareHint, value: textOf(sent, share), optional }}
        {...{ width: "short", autocomplete: "off", wrong: wrong[share] }}
      />
      {actor !== own.actor && (
        <label class="option">
          <input type="checkbox" name={`drop-${at}`} value="yes" checked={textOf(sent, `drop-${at}`) !== ""} />
          <span>{word.drop}</span>
        </label>
      )}
    </section>
  );
}

function Adding({ frame: { language }, known, sent, wrong }: TermsPageProps) {
  const word = words[language];
  return (
    <div>
      <TextField
        {...{ name: "add", label: word.terms.add, hint: word.make.partnerHint, value: textOf(sent, "add") }}
        {...{ optional: deskWords[language].optional, list: "known-hosts", autocomplete: "off", wrong: wrong["add"] }}
      />
      <HostList known={known} />
    </div>
  );
}

function PriceFields({ frame: { language }, paper, sent, wrong }: TermsPageProps) {
  const word = wordsFor(language, paper.kind).terms;
  return (
    <section class="form-part stack" aria-labelledby="price">
      <h2 id="price">{word.price}</h2>
      <div class="pair">
        <TextField
          {...{ name: "total", label: word.total, hint: word.totalHint, value: textOf(sent, "total"), width: "short" }}
          {...{ inputmode: "decimal", autocomplete: "off", wrong: wrong["total"] }}
          optional={deskWords[language].optional}
        />
        <SelectField
          {...{ name: "period", label: word.period, value: textOf(sent, "period"), wrong: wrong["period"] }}
          options={periods.map((value) => ({ value, label: word.periods[value] }))}
        />
      </div>
    </section>
  );
}

function PromiseFields(props: TermsPageProps) {
  const { sent, wrong, frame, paper } = props;
  const { language } = frame;
  const word = wordsFor(language, paper.kind).terms;
  const { optional } = deskWords[language];
  const parties = partsIn(sent).map((at) => textOf(sent, `actor-${at}`));
  const options = parties.map((value) => ({ value, label: nameOf(props, value) }));
  const of = (name: "liability" | "leaving" | "text") => {
    return { name, label: word[name], value: textOf(sent, name), rows: 3, optional, wrong: wrong[name] };
  };
  return (
    <section class="form-part stack" aria-labelledby="engage">
      <h2 id="engage">{word.engage}</h2>
      <SelectField
        {...{ name: "invoicing", label: word.invoicing, value: textOf(sent, "invoicing"), options }}
        wrong={wrong["invoicing"]}
      />
      <SelectField
        {...{ name: "support", label: word.support, value: textOf(sent, "support") }}
        options={[...options, { value: "", label: word.supportElse }]}
      />
      <TextField
        {...{ name: "supportWords", label: word.supportWords, value: textOf(sent, "supportWords"), optional }}
        wrong={wrong["supportWords"]}
      />
      <TextArea {...of("liability")} />
      <Choices
        {...{ name: "mode", label: word.mode, type: "radio", chosen: [textOf(sent, "mode")], wrong: wrong["mode"] }}
        options={modesOf(word)}
      />
      <TextArea {...of("leaving")} hint={word.leavingHint} />
      <TextArea {...of("text")} />
    </section>
  );
}

function modesOf({ modes }: Words["terms"]) {
  return Object.entries(modes).map(([value, [label, hint]]) => ({ value, label, hint }));
}
