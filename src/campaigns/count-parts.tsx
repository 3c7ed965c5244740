import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { type Campaign, isTaking } from "./campaigns.ts";
import { PaymentLink } from "./community-parts.tsx";
import { Standing } from "./progress-parts.tsx";
import { words } from "./taking-words.ts";

interface CountProps {
  readonly campaign: Campaign;
  /** Where one pays, outside of here; only once the order is signed. */
  readonly payment: string | null;
  /** Of this instance, which alone counts. */
  readonly origin: string;
  readonly now: Date;
  readonly language: Language;
}

/** The sheet with the count, and the one thing to do. */
export function Count({ campaign, payment, origin, now, language }: CountProps) {
  const word = words[language];
  const { request } = campaign;
  const host = new URL(origin).host;
  return (
    <section class="sheet stack split-tall" aria-labelledby="count-title">
      <h2 class="sr" id="count-title">
        {word.progress.title}
      </h2>
      <Standing campaign={campaign} now={now} language={language} />
      {isTaking(request, now) && (
        <p>
          <a class="button button-main button-wide" href={`/funding/${request.code}/pledge`} rel="nofollow">
            <Icon name="hand-heart" /> {word.take.button}
          </a>
        </p>
      )}
      <PaymentLink address={payment} language={language} />
      {request.opened !== null && (
        <p class="small soft">
          {word.progress.counted} {host}. {word.progress.countedText}
        </p>
      )}
    </section>
  );
}
