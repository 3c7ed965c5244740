import { isDeepStrictEqual } from "node:util";
import type { Language } from "../foundation/language.ts";
import { Differences } from "../offers/desk-difference-parts.tsx";
import { differencesOf } from "../offers/desk-differences.ts";
import { shareWords } from "../offers/joint-parts.tsx";
import type { JointPart, JointTerms } from "../offers/joint-terms.ts";
import { words as jointWords } from "../offers/joint-words.ts";
import { labels } from "../offers/parts.tsx";
import { ChangedWords } from "../web/changed-words.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { words } from "./desk-words.ts";
import type { Named } from "./joint.ts";
import type { KeptVersion } from "./versions.ts";

interface ChangesProps {
  readonly title: string;
  readonly before: KeptVersion;
  readonly after: KeptVersion;
  /** All who sign, to be called by their names. */
  readonly hosts: readonly Named[];
  readonly language: Language;
}

/** What has changed between two versions that hosts sign: what the offer says, then who does what. */
export function Changes({ title, before, after, hosts, language }: ChangesProps) {
  const word = words[language];
  const ofOffer = before.content && after.content ? differencesOf(before.content, after.content, language) : [];
  const ofTerms = changedTerms(before.terms, after.terms, { hosts, language });
  return (
    <details class="more" open={ofOffer.length + ofTerms.length <= few}>
      <summary>{title}</summary>
      <div class="stack stack-3">
        {ofOffer.length + ofTerms.length === 0 && <p class="soft">{word.noChanges}</p>}
        {ofOffer.length > 0 && <Differences differences={ofOffer} language={language} />}
        {ofTerms.map(({ label, was, is }) => (
          <section class="conflict">
            <h3 class="like-h4">{label}</h3>
            <p class="conflict-text">
              <ChangedWords before={was} after={is} words={deskWords[language].conflict} />
            </p>
          </section>
        ))}
      </div>
    </details>
  );
}

const few = 4;

interface Line {
  readonly label: string;
  readonly was: string;
  readonly is: string;
}

interface Reading {
  readonly hosts: readonly Named[];
  readonly language: Language;
}

function changedTerms(before: JointTerms, after: JointTerms, reading: Reading): readonly Line[] {
  const [was, is] = [linesOf(before, reading), linesOf(after, reading)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((label) => {
    const line = { label, was: was.get(label) ?? "", is: is.get(label) ?? "" };
    return isDeepStrictEqual(line.was, line.is) ? [] : [line];
  });
}

/** What terms say, as the page says it, by what each line is called. */
function linesOf(terms: JointTerms, reading: Reading): ReadonlyMap<string, string> {
  const { language } = reading;
  const [word, said] = [words[language].terms, jointWords[language]];
  const nameOf = (actor: string) => reading.hosts.find((host) => host.actor === actor)?.name ?? actor;
  const { text, parts, invoicing, supportEntry, liability, onLeaving, total } = terms;
  return new Map([
    ...parts.map((part) => [word.partOf(nameOf(part.actor)), partWords(part, language)] as const),
    ...([[word.total, total ? shareWords(total, language) : ""]] as const),
    [said.invoicing, nameOf(invoicing)],
    [said.support, supportEntry === null ? "" : nameOf(supportEntry)],
    [said.liability, liability ?? ""],
    [said.leaving, [said.modes[onLeaving.mode], onLeaving.words].filter(Boolean).join(" ")],
    [word.text, text ?? ""],
  ]);
}

function partWords({ roles, does, share }: JointPart, language: Language): string {
  const said = [labels("partnershipRoles", roles, language), does, share && shareWords(share, language)];
  return said.filter(Boolean).join(" · ");
}
