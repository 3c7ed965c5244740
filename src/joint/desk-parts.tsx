import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Chip, type ChipProps } from "../web/chip.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { listWords } from "../web/money.ts";
import { DoneNotice } from "../web/notice.tsx";
import { words, wordsFor } from "./desk-words.ts";
import type { JointInvitation, JointKind, JointPaper } from "./joint.ts";
import type { Waited } from "./waiting.ts";

/** Where the desk has something that our host leads, or that it is asked to sign. */
export const paperPath = (id: string, part = ""): string => `/admin/joint/${id}${part && `/${part}`}`;
export const invitationPath = (id: string, part = ""): string => `/admin/joint/invitations/${id}${part && `/${part}`}`;

/** Whether somebody may change anything. */
export const writes = ({ person }: DeskFrame): boolean => person.role !== "reader";

export interface JointPageProps {
  readonly frame: DeskFrame;
  readonly title: string;
  /** Between the list and this page. */
  readonly ways?: readonly { readonly href: string; readonly label: string }[];
  readonly here: string;
  /** What was done just now: a key of the words. */
  readonly done?: string | null;
  readonly children?: Child;
}

/** A page about one thing that several hosts sign: where it is, and what was done just now. */
export function JointDeskPage({ frame, title, ways = [], here, done = null, children }: JointPageProps) {
  const { language } = frame;
  return (
    <DeskLayout frame={frame} title={title} here="joint">
      <Breadcrumb
        language={language}
        ways={[{ href: "/admin/joint", label: words[language].title }, ...ways]}
        here={here}
      />
      <Done done={done} language={language} />
      {children}
    </DeskLayout>
  );
}

/** That something was done, or could not be any more, said once. */
export function Done({ done, language }: { readonly done: string | null; readonly language: Language }) {
  const word = words[language];
  const said = Object.entries(word.done).find(([name]) => name === done)?.[1];
  if (said === undefined) return null;
  return (
    <DoneNotice>
      <p>{said}</p>
    </DoneNotice>
  );
}

/** How something that we lead stands. */
export function PaperChip({ paper: { state, kind }, language }: { paper: JointPaper; language: Language }) {
  const word = wordsFor(language, kind);
  const [look, icon] = paperChips[state];
  return (
    <Chip
      kind={look}
      icon={icon}
      word={state === "published" && kind !== "offer" ? word.inForce : word.states[state]}
    />
  );
}

const paperChips: Readonly<Record<JointPaper["state"], readonly [ChipProps["kind"], ChipProps["icon"]]>> = {
  draft: ["draft", "folder-open"],
  awaiting: ["care", "clock"],
  published: ["good", "check-circle"],
  suspended: ["bad", "warning"],
  withdrawn: ["plain", "x"],
};

/** How something that we are asked to sign stands. */
export function InvitationChip({ invitation, language }: { invitation: JointInvitation; language: Language }) {
  const word = wordsFor(language, invitation.kind);
  const { state } = invitation;
  if (state === "invited" && invitation.stamps.length > 0)
    return <Chip kind="care" icon="envelope-simple" word={word.newVersion} />;
  const [look, icon] = invitationChips[state];
  return <Chip kind={look} icon={icon} word={word.invitationStates[state]} />;
}

const invitationChips: Readonly<Record<JointInvitation["state"], readonly [ChipProps["kind"], ChipProps["icon"]]>> = {
  invited: ["care", "envelope-simple"],
  accepted: ["good", "check-circle"],
  refused: ["plain", "x"],
  withdrawn: ["plain", "arrow-left"],
  left: ["plain", "arrow-left"],
  ended: ["plain", "x"],
};

/** What is waited for, in one sentence. */
export function waitedWords({ what, of }: Waited, language: Language, kind: JointKind): string {
  const said = wordsFor(language, kind).waits[what];
  return typeof said === "string" ? said : said(listWords(of, language));
}
