import type { Language } from "../foundation/language.ts";
import { MaybeLink } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Chip, type ChipProps } from "../web/chip.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { words } from "./desk-words.ts";
import type { Referral, ReferralState } from "./referrals.ts";

/** How a referral stands, for the side that looks: a shape, a word, a tint. */
export function StateChip({ referral, language }: { readonly referral: Referral; readonly language: Language }) {
  const { state, side } = referral;
  const [kind, icon] = state === "sent" && side === "giver" ? (["plain", "clock"] as const) : chips[state];
  return <Chip kind={kind} icon={icon} word={words[language].states[state][side]} />;
}

const chips: Readonly<Record<ReferralState, readonly [ChipProps["kind"], ChipProps["icon"]]>> = {
  sent: ["care", "tray"],
  taken: ["note", "handshake"],
  placed: ["good", "check-circle"],
  declined: ["plain", "x"],
  withdrawn: ["plain", "arrow-left"],
  lapsed: ["plain", "clock"],
};

/** What has just been done. */
export function Done({ done, language }: { readonly done: string | null; readonly language: Language }) {
  const told = Object.entries(words[language].done).find(([name]) => name === done)?.[1];
  if (told === undefined) return null;
  return (
    <DoneNotice>
      <h2>{told}</h2>
    </DoneNotice>
  );
}

/** The other host, by its name, with the way to its page. */
export function Other({ referral: { otherName, otherPage } }: { readonly referral: Referral }) {
  return otherPage === null ? <MaybeLink text={otherName} /> : <MaybeLink text={otherPage} label={otherName} />;
}

/** Back to the list. */
export function Trail({ here, language }: { readonly here: string; readonly language: Language }) {
  return (
    <Breadcrumb language={language} ways={[{ href: "/admin/referrals", label: words[language].title }]} here={here} />
  );
}
