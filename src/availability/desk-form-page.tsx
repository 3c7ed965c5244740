import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskFrameWords } from "../web/desk-words.ts";
import {
  ConflictNotice,
  type Difference,
  ErrorSummary,
  SelectField,
  TextArea,
  TextField,
  type Typed,
  type Wrong,
} from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { shownState } from "./availability.ts";
import { validities } from "./desk-form.ts";
import { words } from "./desk-form-words.ts";
import { StateChoices } from "./desk-parts.tsx";
import { type PartProps, Waves } from "./desk-waves-parts.tsx";
import { words as deskWords } from "./desk-words.ts";
import type { KeptStanding } from "./parts.tsx";
import { headline } from "./state-parts.tsx";

export interface AvailabilityFormProps {
  readonly frame: DeskFrame;
  readonly standing: KeptStanding;
  readonly now: Date;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** The statement that the form was opened on. */
  readonly version: number;
  readonly differences: readonly Difference[];
}

/** Who can still get in to one offer, with all that a host may say of it. */
export function AvailabilityFormPage(props: AvailabilityFormProps) {
  const { frame, standing, now, wrong, differences } = props;
  const { language } = frame;
  const { offer, availability } = standing;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="availability" scripts={["unsaved"]}>
      <div class="narrow stack stack-5">
        <Trail language={language} here={offer.content.title} />
        {differences.length > 0 && <ConflictNotice language={language} differences={differences} />}
        <ErrorSummary language={language} wrong={wrong} />
        <div class="stack stack-2">
          <h1 class="like-h2">{word.title}</h1>
          <p>
            {availability ? word.now(offer.content.title) : word.nowUnsaid(offer.content.title)}{" "}
            {availability && (
              <>
                <b>{headline(shownState(availability, now), availability, language)}</b>,{" "}
                {word.confirmedOn(dateWords(availability.confirmed, language))}.
              </>
            )}
          </p>
        </div>
        <form method="post" action={`/admin/availability/offers/${offer.slug}`} data-keep novalidate>
          <input type="hidden" name="version" value={String(props.version)} />
          {/* The first button is the one that Enter presses. */}
          <button type="submit" name="step" value="review" hidden>
            {word.toReview}
          </button>
          <StateChoices language={language} chosen={props.typed["state"] ?? ""} wrong={wrong["state"]} />
          <Details {...props} />
          <Waves language={language} typed={props.typed} wrong={wrong} />
          {availability?.territory && <p class="small soft gap-above">{word.territory}</p>}
          <FormEnd language={language} />
        </form>
      </div>
    </DeskLayout>
  );
}

/** Where one is, and the way back to all offers. */
export function Trail({ language, here }: { readonly language: Language; readonly here: string }) {
  return (
    <Breadcrumb
      language={language}
      ways={[{ href: "/admin/availability", label: deskWords[language].title }]}
      here={here}
    />
  );
}

export function FormEnd({ language }: { readonly language: Language }) {
  const word = words[language];
  return (
    <p class="form-end">
      <button class="button button-main" type="submit" name="step" value="review">
        {word.toReview} <Icon name="arrow-right" />
      </button>
      <a class="button button-quiet" href="/admin/availability">
        {word.cancel}
      </a>
    </p>
  );
}

function Details({ frame, typed, wrong, now }: AvailabilityFormProps) {
  const { language } = frame;
  const word = words[language];
  const field = (name: string) => ({ name, value: typed[name] ?? "", wrong: wrong[name] });
  const optional = { optional: deskFrameWords[language].optional };
  return (
    <div class="gap-above">
      <div class="pair">
        <TextField {...field("slots")} {...optional} label={word.slots} inputmode="numeric" width="short" />
        <TextField {...field("capacity")} {...optional} label={word.capacity} inputmode="numeric" width="short" />
      </div>
      <Opening {...{ language, typed, wrong, now }} />
      <TextArea {...field("message")} {...optional} label={word.message} hint={word.messageHint} rows={3} />
      <TextArea {...field("approval")} {...optional} label={word.approval} hint={word.approvalHint} rows={3} />
      <Validity {...{ language, typed, wrong }} />
    </div>
  );
}

/** The day of the next opening, or its month where the day is not known. */
export function Opening({ language, typed, wrong, now }: PartProps & { readonly now: Date }) {
  const word = words[language];
  const month = typed["nextMonth"] ?? "";
  const months = monthsFrom(now);
  const listed = month === "" || months.includes(month) ? months : [month, ...months];
  return (
    <div class="pair gap-above">
      <TextField
        name="nextDay"
        type="date"
        label={word.nextDay}
        optional={deskFrameWords[language].optional}
        value={typed["nextDay"] ?? ""}
        wrong={wrong["nextDay"]}
        width="middle"
      />
      <SelectField
        name="nextMonth"
        label={word.nextMonth}
        value={month}
        wrong={wrong["nextMonth"]}
        options={[
          { value: "", label: word.noMonth },
          ...listed.map((value) => ({ value, label: dateWords(value, language) })),
        ]}
      />
    </div>
  );
}

/** This month and the two years after it. */
function monthsFrom(now: Date): readonly string[] {
  return Array.from({ length: 25 }, (_, ahead) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7),
  );
}

/** After how many days the host is asked again. */
export function Validity({ language, typed, wrong }: PartProps) {
  const word = words[language];
  const value = typed["validDays"] ?? "";
  const own = Number(value);
  const listed = own > 0 && !validities.includes(own) ? [...validities, own].toSorted((a, b) => a - b) : validities;
  return (
    <SelectField
      name="validDays"
      label={word.validDays}
      hint={word.validHint}
      value={value}
      wrong={wrong["validDays"]}
      options={listed.map((days) => ({ value: String(days), label: word.days(days) }))}
    />
  );
}
