import { headline } from "../availability/state-parts.tsx";
import type { Offer } from "../offers/offer.ts";
import type { KeptRequest } from "../places/queries.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Choices, ErrorSummary, OnceField, TextArea, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { Trail } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { elsewhere, type ReferField } from "./form.ts";
import type { Candidate } from "./toward.ts";

export interface NewReferralPageProps {
  readonly frame: DeskFrame;
  /** The request that it comes from; null for somebody who wrote or called. */
  readonly request: KeptRequest | null;
  /** What they ask for, where that is an offer of this host. */
  readonly offer: Offer | null;
  readonly candidates: readonly Candidate[];
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** Where somebody is pointed at another host: to whom, with which sentence, and whether what is theirs goes along. */
export function NewReferralPage(props: NewReferralPageProps) {
  const { frame, request, offer, wrong } = props;
  const word = words[frame.language].form;
  const lead = request
    ? word.ofRequest(request.name, request.title)
    : offer
      ? word.ofOffer(offer.content.title)
      : word.free;
  return (
    <DeskLayout frame={frame} title={word.title} here="referrals">
      <Trail here={word.title} language={frame.language} />
      <ErrorSummary language={frame.language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{lead}</p>
      </div>
      <form class="stack stack-6" method="post" action="/admin/referrals" novalidate>
        <OnceField form={props.typed["form"]} />
        <input type="hidden" name="request" value={request?.id ?? ""} />
        <input type="hidden" name="offer" value={offer?.slug ?? ""} />
        <ToWhom {...props} />
        <What {...props} />
        {request === null && <Asker {...props} />}
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}

const of = ({ typed, wrong }: NewReferralPageProps, name: ReferField) => ({
  ...{ name, value: typed[name] ?? "", wrong: wrong[name] },
});

function ToWhom(props: NewReferralPageProps) {
  const { frame, candidates, typed, wrong } = props;
  const word = words[frame.language].form;
  const { optional } = deskWords[frame.language];
  const hintOf = ({ chosen, why, offer, state }: Candidate) =>
    [chosen ? word.chosen : null, why, offer && state ? headline(state, offer.availability, frame.language) : null]
      .filter((part) => part !== null)
      .join(" · ");
  const options = candidates.map((one) => ({
    value: one.actor,
    label: one.offer ? `${one.host.profile.name} : ${one.offer.content.title}` : one.host.profile.name,
    hint: hintOf(one),
  }));
  return (
    <div>
      {options.length > 0 && (
        <Choices
          {...{ name: "toward", label: word.toward, hint: word.towardHint, type: "radio", wrong: wrong["toward"] }}
          chosen={[typed["toward"] ?? ""]}
          options={[...options, { value: elsewhere, label: word.elsewhere }]}
        />
      )}
      <TextField
        {...of(props, "name")}
        label={options.length > 0 ? `${word.elsewhere} : ${word.name}` : `${word.toward} ${word.name}`}
        {...(options.length > 0 ? { optional } : { wrong: wrong["toward"] })}
      />
      <TextField {...of(props, "email")} label={word.email} hint={word.emailHint} inputmode="email" {...{ optional }} />
    </div>
  );
}

function What(props: NewReferralPageProps) {
  const { frame, request, typed } = props;
  const word = words[frame.language].form;
  return (
    <div>
      <TextArea {...of(props, "need")} label={word.need} hint={word.needHint} rows={2} required />
      <Choices
        {...{ name: "hand", label: word.hand, type: "radio", chosen: [typed["hand"] || "no"] }}
        options={[
          { value: "no", label: word.handNo, hint: word.handNoHint },
          { value: "yes", label: word.handYes, hint: word.handYesHint },
        ]}
      />
      {request && (
        <TextArea
          {...of(props, "word")}
          {...{ label: word.word, hint: word.wordHint, optional: deskWords[frame.language].optional }}
          rows={3}
        />
      )}
    </div>
  );
}

function Asker(props: NewReferralPageProps) {
  const word = words[props.frame.language].form;
  const { optional } = deskWords[props.frame.language];
  return (
    <fieldset class="fieldset">
      <legend>{word.askerTitle}</legend>
      <p class="field-hint">{word.askerText}</p>
      <TextField {...of(props, "asker")} label={word.asker} {...{ optional }} />
      <TextField {...of(props, "contact")} label={word.contact} inputmode="email" {...{ optional }} />
      <TextArea {...of(props, "message")} label={word.message} rows={3} {...{ optional }} />
    </fieldset>
  );
}
