import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import type { FundingKind, Party } from "../funding/funding.ts";
import { Chip, type ChipProps } from "../web/chip.tsx";
import type { IconName } from "../web/icon.tsx";
import type { Stage } from "./campaigns.ts";
import { words } from "./request-words.ts";
import { stageWords } from "./stage-words.ts";

/** Who asks, promises or answers, with the way to read of them; whoever was erased is somebody. */
export function PartyName({ party, language }: { readonly party: Party; readonly language: Language }) {
  const address = party.kind === "host" ? "/about" : safeAddress(party.address);
  if (party.name === "" || address === null) return <b>{party.name || words[language].erased}</b>;
  return <OutwardLink href={address}>{party.name}</OutwardLink>;
}

/** A link that people elsewhere gave; to us it is no recommendation. */
export function OutwardLink({ href, children }: { readonly href: string; readonly children: Child }) {
  return href.startsWith("/") ? (
    <a href={href}>{children}</a>
  ) : (
    <a href={href} rel="noopener nofollow ugc">
      {children}
    </a>
  );
}

/** What others gave as an address, if a browser may go there. */
export function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//.test(address) && URL.canParse(address) ? address : null;
}

/** Where a request stands: a shape, a word, a tint. */
export function StageChip({ stage, language }: { readonly stage: Stage; readonly language: Language }) {
  return <Chip {...chips[stage]} word={stageWords[language][stage]} />;
}

const chips: Readonly<Record<Stage, Pick<ChipProps, "kind" | "icon">>> = {
  draft: { kind: "draft", icon: "state-paused" },
  open: { kind: "good", icon: "state-open" },
  reached: { kind: "good", icon: "check-circle" },
  full: { kind: "good", icon: "check-circle" },
  confirming: { kind: "note", icon: "clock" },
  committed: { kind: "note", icon: "handshake" },
  delivering: { kind: "note", icon: "arrows-clockwise" },
  delivered: { kind: "good", icon: "check-circle" },
  failed: { kind: "plain", icon: "state-closed" },
  cancelled: { kind: "plain", icon: "state-closed" },
};

export const iconOfKind: Readonly<Record<FundingKind, IconName>> = {
  "shared-purchase": "users-three",
  "shared-development": "wrench",
  donation: "hand-heart",
  "recurring-support": "arrows-clockwise",
};

/** Paragraphs as somebody wrote them: an empty line begins another one. */
export function Paragraphs({ text, lang }: { readonly text: string; readonly lang: { lang?: string } }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p class="lines" {...lang}>
          {paragraph.trim()}
        </p>
      ))}
    </>
  );
}
