import { periods } from "../offers/price.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, OnceField, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { KnownHost } from "./desk-host-parts.tsx";
import { PartnerFields } from "./desk-new-page.tsx";
import { JointDeskPage } from "./desk-parts.tsx";
import { type Sent, textOf } from "./desk-terms-form.ts";
import { words } from "./desk-words.ts";

export interface AnswerDeskPageProps {
  readonly frame: DeskFrame;
  /** What is answered: its title and its page. */
  readonly about: { readonly title: string; readonly href: string };
  readonly known: readonly KnownHost[];
  readonly sent: Sent;
  readonly wrong: Wrong;
}

/** A joint answer to a request as it begins: with whom, what, for how much. */
export function AnswerDeskPage({ frame, about, known, sent, wrong }: AnswerDeskPageProps) {
  const { language } = frame;
  const word = words[language];
  const { optional } = deskWords[language];
  return (
    <JointDeskPage frame={frame} title={word.answering.title} here={word.answering.title}>
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.answering.title}</h1>
        <p class="lead">{word.answering.lead}</p>
        <p>
          {word.about} <a href={about.href}>{about.title}</a>
        </p>
      </div>
      <form class="stack stack-6" method="post" action="/admin/joint/answer" novalidate>
        <OnceField form={textOf(sent, "form") || undefined} />
        <input type="hidden" name="request" value={textOf(sent, "request")} />
        <PartnerFields {...{ known, sent, wrong, language }} />
        <section class="form-part stack" aria-labelledby="what">
          <h2 id="what">{word.answering.what}</h2>
          <TextArea
            {...{ name: "text", label: word.answering.text, value: textOf(sent, "text"), rows: 6 }}
            wrong={wrong["text"]}
          />
          <div class="pair">
            <TextField
              {...{ name: "price", label: word.terms.total, value: textOf(sent, "price"), optional, width: "short" }}
              {...{ inputmode: "decimal", autocomplete: "off", wrong: wrong["price"] }}
            />
            <SelectField
              {...{ name: "period", label: word.terms.period, value: textOf(sent, "period") || "year" }}
              options={periods.map((value) => ({ value, label: word.terms.periods[value] }))}
            />
          </div>
        </section>
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.make.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </JointDeskPage>
  );
}
