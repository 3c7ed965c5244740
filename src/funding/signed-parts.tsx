import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { PartsAndPromises } from "../offers/joint-parts.tsx";
import { CareNotice } from "../web/notice.tsx";
import type { FundingProposal } from "./proposal.ts";
import { words } from "./signed-words.ts";

interface SignedProps {
  readonly proposal: FundingProposal;
  readonly language: Language;
}

/** Of an answer that several hosts give: who does what for which share, and where each has signed it; nothing for an answer of one. */
export function SignedTogether({ proposal: { joint, partners }, language }: SignedProps) {
  if (!joint || !partners) return null;
  const word = words[language];
  const givers = [joint.lead, ...partners].map(({ actor, name, page }) => ({ actor, name, href: page }));
  const signed = partners.flatMap(({ name, stamp }) => (stamp === null ? [] : [{ name, stamp }]));
  return (
    <details class="more">
      <summary>{word.who}</summary>
      <div class="stack stack-4">
        <PartsAndPromises givers={givers} terms={joint.terms} said={joint.language} language={language} />
        {signed.length > 0 && (
          <div class="stack stack-2 small">
            <p>{word.signed}</p>
            <ul>
              {signed.map(({ name, stamp }) => (
                <li>
                  <a href={stamp} rel="noopener nofollow ugc">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}

/** Says that not all who gave an answer stand by it any more; nothing while they do. */
export function BrokenNotice({ proposal: { broken, state }, language }: SignedProps) {
  if (broken === null || state === "withdrawn") return null;
  const word = words[language];
  return (
    <CareNotice title={word.brokenTitle}>
      <p>{word.broken(dateWords(broken, language))}</p>
    </CareNotice>
  );
}
