import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, OnceField, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { words } from "./desk-words.ts";
import { offerModels } from "./offer-model.ts";

export interface NewOfferPageProps {
  readonly frame: DeskFrame;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** What a new offer begins as: one of three models, or a blank page. */
export function NewOfferPage({ frame, typed, wrong }: NewOfferPageProps) {
  const { language } = frame;
  const word = words[language];
  const choices = [
    ...offerModels.map((model) => [model, ...word.models[model]] as const),
    ["blank", ...word.blank] as const,
  ];
  return (
    <DeskLayout frame={frame} title={word.newTitle} here="offers" scripts={["unsaved"]}>
      <Breadcrumb language={language} ways={[{ href: "/admin/offers", label: word.offers }]} here={word.newTitle} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.newTitle}</h1>
        <p class="lead">{word.newLead}</p>
      </div>
      <ErrorSummary language={language} wrong={wrong} />
      <form class="narrow" method="post" action="/admin/offers" data-keep novalidate>
        <OnceField form={typed["form"]} />
        <fieldset class={wrong["from"] === undefined ? "fieldset" : "fieldset field-wrong"} id="from">
          <legend>{word.begin}</legend>
          {wrong["from"] !== undefined && <p class="field-error">{wrong["from"]}</p>}
          <div class="choices choices-2">
            {choices.map(([value, label, text]) => (
              <label class="choice choice-plain">
                <input type="radio" name="from" value={value} checked={typed["from"] === value} />
                <span>
                  <b>{label}</b>
                  <small>{text}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField
          {...{ name: "title", label: word.newOfferTitle, hint: word.newOfferTitleHint, wrong: wrong["title"] }}
          value={typed["title"] ?? ""}
          maxlength={200}
        />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.create}
          </button>
          <a class="button button-quiet" href="/admin/exchange">
            {word.fromImport}
          </a>
        </p>
      </form>
    </DeskLayout>
  );
}
