import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Choices, ErrorSummary, TextArea, type Typed, type Wrong } from "../web/form-parts.tsx";
import { shownState } from "./availability.ts";
import { FormEnd, Opening, Trail, Validity } from "./desk-form-page.tsx";
import { words } from "./desk-form-words.ts";
import { StateChoices } from "./desk-parts.tsx";
import { words as deskWords } from "./desk-words.ts";
import type { KeptStanding } from "./parts.tsx";
import { headline } from "./state-parts.tsx";

export interface AvailabilityAllProps {
  readonly frame: DeskFrame;
  readonly standings: readonly KeptStanding[];
  readonly now: Date;
  readonly typed: Typed;
  /** The slugs of the offers that are meant. */
  readonly chosen: readonly string[];
  readonly wrong: Wrong;
}

/** The same said of several offers: before holidays, or when a server is full. */
export function AvailabilityAllPage({ frame, standings, now, typed, chosen, wrong }: AvailabilityAllProps) {
  const { language } = frame;
  const word = words[language];
  const title = deskWords[language].allChange;
  return (
    <DeskLayout frame={frame} title={title} here="availability" scripts={["unsaved"]}>
      <div class="narrow stack stack-5">
        <Trail language={language} here={title} />
        <ErrorSummary language={language} wrong={wrong} />
        <h1 class="like-h2">{title}</h1>
        <form method="post" action="/admin/availability/all" data-keep novalidate>
          <StateChoices language={language} chosen={typed["state"] ?? ""} wrong={wrong["state"]} />
          <div class="gap-above">
            <Choices
              name="offers"
              label={word.offers}
              hint={word.offersHint}
              wrong={wrong["offers"]}
              type="checkbox"
              chosen={chosen}
              options={standings.map(({ offer, availability }) => ({
                value: offer.slug,
                label: offer.content.title,
                hint: headline(shownState(availability, now), availability, language),
              }))}
            />
            <Opening {...{ language, typed, wrong, now }} />
            <TextArea
              name="message"
              label={word.message}
              hint={word.messageHint}
              value={typed["message"] ?? ""}
              wrong={wrong["message"]}
              rows={3}
            />
            <Validity {...{ language, typed, wrong }} />
          </div>
          <FormEnd language={language} />
        </form>
      </div>
    </DeskLayout>
  );
}
