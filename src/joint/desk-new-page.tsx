import type { Language } from "../foundation/language.ts";
import { codesOf, label } from "../hosts/vocabularies.ts";
import type { Offer } from "../offers/offer.ts";
import { periods } from "../offers/price.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Choices, ErrorSummary, OnceField, SelectField, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { partnerFields } from "./desk-beginning-parts.tsx";
import { HostList, type KnownHost } from "./desk-host-parts.tsx";
import { JointDeskPage } from "./desk-parts.tsx";
import { type Sent, textOf } from "./desk-terms-form.ts";
import { words } from "./desk-words.ts";

export interface NewPageProps {
  readonly frame: DeskFrame;
  /** Our own drafts that may become joint. */
  readonly drafts: readonly Pick<Offer, "slug" | "content">[];
  readonly known: readonly KnownHost[];
  readonly sent: Sent;
  readonly wrong: Wrong;
}

/** What several hosts will give together, and which hosts: the beginning of a joint offer. */
export function NewPage(props: NewPageProps) {
  const { frame, known, sent, wrong } = props;
  const { language } = frame;
  const word = words[language].make;
  return (
    <JointDeskPage frame={frame} title={word.title} here={word.title}>
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <form class="stack stack-6" method="post" action="/admin/joint" novalidate>
        <OnceField form={textOf(sent, "form") || undefined} />
        <PartnerFields {...{ known, sent, wrong, language }} />
        <WhatFields {...props} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </JointDeskPage>
  );
}

type PartnerFieldsProps = Pick<NewPageProps, "known" | "sent" | "wrong"> & { readonly language: Language };

/** Whom our host would have with it: addresses, of which those of known hosts are offered. */
export function PartnerFields({ known, sent, wrong, language }: PartnerFieldsProps) {
  const word = words[language].make;
  return (
    <section class="form-part stack" aria-labelledby="partners">
      <h2 id="partners">{word.partners}</h2>
      {partnerFields(sent).map((name, at) => (
        <TextField
          {...{ name, label: word.partner(at + 1), value: textOf(sent, name), list: "known-hosts" }}
          {...{ autocomplete: "off", wrong: wrong[name], ...(at === 0 && { hint: word.partnerHint }) }}
          {...(at > 0 && { optional: deskWords[language].optional })}
        />
      ))}
      <HostList known={known} />
    </section>
  );
}

function WhatFields({ frame: { language }, drafts, sent, wrong }: NewPageProps) {
  const word = words[language].make;
  const { optional } = deskWords[language];
  const of = (name: "title" | "summary") => {
    const called = name === "title" ? word.offerTitle : word.summary;
    return { name, label: called, value: textOf(sent, name), wrong: wrong[name] };
  };
  const ours = drafts.map(({ slug, content }) => ({ value: slug, label: content.title }));
  return (
    <section class="form-part stack" aria-labelledby="from">
      <h2 id="from">{word.from}</h2>
      {drafts.length > 0 && (
        <SelectField
          {...{ name: "offer", label: word.ours, value: textOf(sent, "offer"), wrong: wrong["offer"] }}
          options={[{ value: "", label: word.fresh }, ...ours]}
        />
      )}
      <TextField {...of("title")} maxlength={200} />
      <TextField {...of("summary")} {...{ optional }} maxlength={300} />
      <div class="pair">
        <TextField
          {...{ name: "price", label: word.price, hint: word.priceHint, value: textOf(sent, "price"), optional }}
          {...{ width: "short", inputmode: "decimal", autocomplete: "off", wrong: wrong["price"] }}
        />
        <SelectField
          {...{ name: "period", label: word.period, value: textOf(sent, "period") || "year" }}
          options={periods.map((value) => ({ value, label: words[language].terms.periods[value] }))}
        />
      </div>
      <details class="more" open={(sent["needs"] ?? []).length > 0}>
        <summary>{word.needs}</summary>
        <Choices
          {...{ name: "needs", label: word.needsHint, type: "checkbox", chosen: sent["needs"] ?? [] }}
          options={codesOf("needs").map((value) => ({ value, label: label("needs", value, language) }))}
        />
      </details>
    </section>
  );
}
