import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { label, type Vocabulary } from "../hosts/vocabularies.ts";
import { Icon, type IconName } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import type { Offer, OfferContent } from "./offer.ts";
import { startingPrice } from "./price-words.ts";

export interface OfferCardProps {
  readonly offer: Offer;
  readonly language: Language;
  /** Its availability, which this room does not know. */
  readonly state: Child;
}

/** An offer among others: the need, the words of its host, the state, the price. */
export function OfferCard({ offer, language, state }: OfferCardProps) {
  const { content } = offer;
  const { lead, rest } = startingPrice(content, language);
  const lang = spoken(content.language, language);
  return (
    <article class="card">
      <span class="card-need">
        <Icon name={iconOf(content)} />
      </span>
      <h3 class="card-title" {...lang}>
        <a href={`/offers/${offer.slug}`}>{content.title}</a>
      </h3>
      {content.summary === "" ? <p>{purposeOf(content, language)}</p> : <p {...lang}>{content.summary}</p>}
      <div class="card-foot">
        {state}
        <p class="price">
          {upper(lead)} {rest && <small>{rest}</small>}
        </p>
      </div>
    </article>
  );
}

/** Where a host wrote no summary, the codes speak. */
export function purposeOf({ needs, accompaniment }: OfferContent, language: Language): string {
  if (needs.length > 0) return `${labels("needs", needs.slice(0, 4), language)}${needs.length > 4 ? ", …" : "."}`;
  return accompaniment.included.length > 0 ? `${labels("accompaniment", accompaniment.included, language)}.` : "";
}

/** The sign of what an offer is for. */
function iconOf({ needs, accompaniment }: OfferContent): IconName {
  const known = needs.map((need) => icons[need]).find((icon) => icon !== undefined);
  return known ?? (accompaniment.included.length > 0 && needs.length === 0 ? "signpost" : "house-line");
}

export function iconOfNeed(need: string): IconName {
  return icons[need] ?? "house-line";
}

const icons: Readonly<Record<string, IconName>> = {
  email: "envelope-simple",
  "mailing-list": "envelope-simple",
  newsletter: "megaphone",
  chat: "chat-circle-text",
  "video-conference": "video-camera",
  "video-publishing": "video-camera",
  forum: "chat-circle-text",
  "social-network": "fediverse-logo",
  "file-sharing": "folder-open",
  "file-transfer": "folder-open",
  "office-suite": "folder-open",
  pad: "folder-open",
  spreadsheet: "calculator",
  calendar: "clock",
  contacts: "identification-card",
  polls: "check-circle",
  forms: "check-circle",
  "password-sharing": "key",
  "identity-sso": "key",
  "member-management": "identification-card",
  "crm-erp": "identification-card",
  accounting: "calculator",
  invoicing: "calculator",
  "payments-donations": "hand-heart",
  "decision-making": "users-three",
  "volunteer-scheduling": "users-three",
  "event-publishing": "megaphone",
  petition: "megaphone",
  helpdesk: "tray",
  website: "globe-simple",
  "domain-name": "globe-simple",
  "static-hosting": "hard-drives",
  "server-hosting": "hard-drives",
  backup: "hard-drives",
  maps: "map-pin",
  "e-learning": "users-three",
  "internet-access": "globe-simple",
  "desktop-migration": "wrench",
  "refurbished-hardware": "wrench",
};

/** With a capital, as a line begins. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Codes as one line of words: "Courrier électronique, agenda partagé et site web". */
export function labels(list: Vocabulary, codes: readonly string[], language: Language): string {
  const named = codes.map((code) =>
    label(list, code, language).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()),
  );
  return upper(listWords(named, language));
}
