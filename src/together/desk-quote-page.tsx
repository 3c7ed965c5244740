import type { Sent } from "../foundation/kept-forms.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Choices, ErrorSummary, OnceField, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { rolesWords } from "./asking-parts.tsx";
import { Unable } from "./desk-proposing-parts.tsx";
import { words as deskWords } from "./desk-words.ts";
import { words as paperWords } from "./paper-words.ts";
import { signersIn } from "./quoting.ts";
import type { ReceivedAsking } from "./received.ts";
import { longest } from "./together.ts";
import { words } from "./words.ts";

export interface QuotePageProps {
  readonly frame: DeskFrame;
  readonly asking: ReceivedAsking;
  readonly sent: Sent;
  readonly wrong: Wrong;
}

/** A joint quote as it begins: with whom, what, for how much; filled in with what the association asks and each has offered. */
export function QuotePage({ frame, asking, sent, wrong }: QuotePageProps) {
  const { language } = frame;
  const word = paperWords[language].desk;
  const path = `/admin/askings/${asking.id}`;
  const ways = [
    { href: "/admin/askings", label: deskWords[language].title },
    { href: path, label: asking.name },
  ];
  const value = (name: string) => sent[name]?.[0] ?? "";
  const options = signersIn(asking).map(({ actor, name, roles }) => {
    return { value: actor, label: name, hint: rolesWords(roles, language) };
  });
  return (
    <DeskLayout frame={frame} title={word.title} here="askings">
      <Breadcrumb language={language} ways={ways} here={word.title} />
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <form class="stack stack-5 narrow" method="post" action={`${path}/quote`} novalidate>
        <OnceField form={value("form") || undefined} />
        <Choices
          {...{ name: "partner", label: word.with, hint: word.withHint, type: "checkbox", options }}
          {...{ chosen: sent["partner"] ?? [], wrong: wrong["partner"] }}
        />
        <Unable asking={asking} language={language} />
        <TextField
          {...{ name: "title", label: word.name, value: value("title"), maxlength: 200, wrong: wrong["title"] }}
        />
        <TextArea
          {...{ name: "text", label: word.text, hint: word.textHint, value: value("text"), rows: 6 }}
          {...{ wrong: wrong["text"], maxlength: longest.quote }}
        />
        <div class="pair">
          <TextField
            {...{ name: "price", label: word.price, value: value("price"), width: "short", inputmode: "decimal" }}
            {...{ optional: words[language].optional, autocomplete: "off", wrong: wrong["price"] }}
          />
          <SelectField
            {...{ name: "period", label: words[language].period, value: value("period") || "once" }}
            options={["once", "month", "year"].map((one) => ({
              value: one,
              label: words[language].periods[one] ?? one,
            }))}
          />
        </div>
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}
