import type { Language } from "../foundation/language.ts";
import { OnceField, SelectField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { ResultForm, type TriedAnswer } from "./answer-parts.tsx";
import { words } from "./paper-words.ts";
import { mayPropose, signersIn, unableToSign } from "./quoting.ts";
import type { ReceivedAsking } from "./received.ts";
import { isDeclined } from "./together.ts";

export interface ProposingProps {
  readonly asking: ReceivedAsking;
  /** The joint offers that our host leads and that are public. */
  readonly offers: readonly { readonly id: string; readonly title: string }[];
  readonly tried: TriedAnswer | null;
  readonly language: Language;
}

/** What the one in the lead may propose: a quote that all sign, a joint offer, or a plain quote. */
export function Proposing({ asking, offers, tried, language }: ProposingProps) {
  const word = words[language].desk;
  const path = `/admin/askings/${asking.id}`;
  const plain = <ResultForm action={`${path}/result`} {...{ language, tried }} />;
  if (signersIn(asking).length === 0 || !mayPropose(asking)) return plain;
  return (
    <div class="stack stack-5">
      <section class="sheet stack stack-3" aria-labelledby="quote">
        <h3 class="like-h4" id="quote">
          {word.title}
        </h3>
        <p>{word.lead}</p>
        <p class="small soft">{word.why}</p>
        <p>
          <a class="button button-main" href={`${path}/quote`}>
            {word.begin} <Icon name="arrow-right" />
          </a>
        </p>
        <Unable asking={asking} language={language} />
      </section>
      <div class="more-list">
        {offers.length > 0 && <OfferForm {...{ path, offers, language }} />}
        <details class="more" open={tried?.form === "result"}>
          <summary>{word.simple}</summary>
          {plain}
        </details>
      </div>
    </div>
  );
}

/** Who was chosen and cannot sign. */
export function Unable({ asking, language }: Pick<ProposingProps, "asking" | "language">) {
  const names = unableToSign(asking).map(({ name }) => name);
  return names.length === 0 ? null : <p class="small">{words[language].desk.unable(listWords(names, language))}</p>;
}

function OfferForm({
  path,
  offers,
  language,
}: Pick<ProposingProps, "offers" | "language"> & { readonly path: string }) {
  const word = words[language].desk;
  return (
    <details class="more">
      <summary>{word.offer}</summary>
      <form class="stack" method="post" action={`${path}/offer`}>
        <OnceField />
        <SelectField
          {...{ name: "offer", label: word.offer, hint: word.offerHint, value: "" }}
          options={offers.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <p>
          <button class="button button-main" type="submit">
            {word.offerSend} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </details>
  );
}

interface LinkProps {
  readonly asking: ReceivedAsking;
  /** The invitation to sign what another leads for it. */
  readonly invitation: string | null;
  readonly language: Language;
}

/** The way to what several sign for it: what our host leads, or is asked to sign. */
export function PaperLink({ asking: { paper, paperState, proposedResult }, invitation, language }: LinkProps) {
  const word = words[language].desk;
  if (paper !== null && paperState !== "withdrawn")
    return (
      <p>
        <a class="button" href={`/admin/joint/${paper}`}>
          {proposedResult?.kind === "offer" ? word.openOffer : word.open} <Icon name="arrow-right" />
        </a>
      </p>
    );
  if (invitation === null) return null;
  return (
    <p>
      <a class="button" href={`/admin/joint/invitations/${invitation}`}>
        {word.toSign} <Icon name="arrow-right" />
      </a>
    </p>
  );
}

interface OutcomeProps {
  readonly asking: Pick<ReceivedAsking, "result" | "declined" | "ending" | "reason">;
  readonly language: Language;
}

/** What the association said to the proposal, or how it all ended, with its reason. */
export function Outcome({ asking, language }: OutcomeProps) {
  const word = words[language];
  const { declined, ending, reason } = asking;
  if (ending !== null) {
    const said = reason !== null && <p class="news-text">{reason}</p>;
    if (ending === "no" || ending === "closed") return <CareNotice title={word.endings[ending]}>{said}</CareNotice>;
    return (
      <DoneNotice>
        <h2>{word.endings[ending]}</h2>
      </DoneNotice>
    );
  }
  if (declined === null || !isDeclined(asking)) return null;
  return (
    <CareNotice title={word.declined}>
      <p class="news-text">{declined.reason}</p>
    </CareNotice>
  );
}
