import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Chip, type ChipProps } from "../web/chip.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { Tabs } from "../web/tabs.tsx";
import { words } from "./desk-words.ts";
import { isOver } from "./life.ts";
import type { OutsideState } from "./outside.ts";
import { type Partnership, type PartnershipState, waitsFor } from "./partnership.ts";

/** The views of the room; the first is what waits for us. */
export const partnerViews = ["waiting", "sent", "accepted", "past"] as const;
export type PartnerView = (typeof partnerViews)[number];

const viewPath = (view: PartnerView | "gaps"): string =>
  view === "waiting" ? "/admin/partners" : view === "gaps" ? "/admin/partners/gaps" : `/admin/partners?state=${view}`;

/** A page of a view, by its number. */
export const pathOfView = (view: PartnerView, page: number): string => `/admin/partners?state=${view}&page=${page}`;

export interface PartnerTabsProps {
  readonly language: Language;
  readonly here: PartnerView | "gaps";
  readonly counts: Readonly<Record<PartnerView, number>>;
}

/** The way between the lists and the gaps. */
export function PartnerTabs({ language, here, counts }: PartnerTabsProps) {
  const word = words[language];
  const views = [...partnerViews, "gaps"] as const;
  const tabs = views.map((view) => ({
    ...{ href: viewPath(view), label: word.views[view] },
    ...(view === "gaps" || view === "past" ? {} : { count: counts[view] }),
  }));
  return <Tabs label={word.viewsLabel} here={viewPath(here)} tabs={tabs} />;
}

type ChipLook = readonly [kind: ChipProps["kind"], icon: ChipProps["icon"]];

const chips: Readonly<Record<PartnershipState, ChipLook>> = {
  sent: ["note", "clock"],
  received: ["care", "tray"],
  countered: ["plain", "arrows-clockwise"],
  accepted: ["good", "check-circle"],
  declined: ["plain", "x"],
  withdrawn: ["plain", "arrow-left"],
  expired: ["plain", "clock"],
  ended: ["plain", "x"],
};

const outsideChips: Readonly<Record<OutsideState, ChipLook>> = {
  sent: ["note", "clock"],
  accepted: ["draft", "check"],
  declined: ["plain", "x"],
  withdrawn: ["plain", "arrow-left"],
  expired: ["plain", "clock"],
};

/** How a request or a partnership stands: a shape, a word, a tint. */
export function StateChip({ state, language }: { readonly state: PartnershipState; readonly language: Language }) {
  const [kind, icon] = chips[state];
  return <Chip kind={kind} icon={icon} word={words[language].states[state]} />;
}

/** The same where nobody can check who answered. */
export function OutsideChip({ state, language }: { readonly state: OutsideState; readonly language: Language }) {
  const [kind, icon] = outsideChips[state];
  return <Chip kind={kind} icon={icon} word={words[language].outsideStates[state]} />;
}

/** What is waited for, in one sentence. */
export function waitWords(partnership: Partnership, language: Language): string {
  const word = words[language];
  const { state, expires, otherName } = partnership;
  if (isOver(state)) return word.over;
  const wait = waitsFor(partnership);
  const sentence = word.waits[wait](otherName);
  const dated = expires !== null && (wait === "our-answer" || wait === "their-answer");
  return dated ? untilWords(sentence, expires, language) : sentence;
}

/** A sentence with the day until which it holds. */
export const untilWords = (sentence: string, expires: Date, language: Language): string =>
  sentence.replace(/\.$/, `, ${words[language].until(dateWords(expires, language))}.`);

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

/** The way back to the list. */
export function Trail({ here, language }: { readonly here: string; readonly language: Language }) {
  return (
    <Breadcrumb language={language} ways={[{ href: "/admin/partners", label: words[language].title }]} here={here} />
  );
}

interface MessageProps {
  /** The other host. */
  readonly other: string;
  readonly act: keyof (typeof words)["fr"]["acts"];
  readonly when: Date;
  readonly ours: boolean;
  readonly language: Language;
  readonly children?: Child;
}

/** One thing that was said: theirs at the start of the line, ours at its end. */
export function Message({ other, act, when, ours, language, children }: MessageProps) {
  const word = words[language];
  return (
    <li class={ours ? "thread-message thread-ours" : "thread-message"}>
      <p class="thread-by">
        <b>{ours ? word.you : other}</b> <small>{(ours ? word.ourActs : word.acts)[act]}</small>{" "}
        <time datetime={when.toISOString()}>{dateWords(when, language, "short")}</time>
      </p>
      {children}
    </li>
  );
}
