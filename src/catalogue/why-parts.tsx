import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Chip, type ChipProps } from "../web/chip.tsx";
import type { ListedHost, Trust } from "./catalogue.ts";
import type { ShownVouch, Why } from "./why.ts";
import { words } from "./why-words.ts";

export interface WhyProps {
  readonly host: Pick<ListedHost, "trust" | "own">;
  /** As `findWhy` gives it. */
  readonly why: Why;
  readonly language: Language;
}

/** Why a host is shown, or not: how far a host is trusted here, by what, and what it would take. */
export function WhyFacts({ host, why, language }: WhyProps) {
  const word = words[language];
  return (
    <>
      <p>
        <TrustChip host={host} language={language} />
      </p>
      <p>{host.own ? word.ownText : word.texts[host.trust]}</p>
      {why.hidden && <p>{word.hidden}</p>}
      <dl class="facts facts-lines">
        {!host.own && (
          <div>
            <dt>{word.source}</dt>
            <dd>
              {sourceWords(why, language)}
              {why.source === "named" && <small>{word.hops(why.hops)}</small>}
            </dd>
          </div>
        )}
        <div>
          <dt>{word.since}</dt>
          <dd>{dateWords(why.met, language)}</dd>
        </div>
        {!host.own && <VouchedBy why={why} language={language} />}
        {host.trust < 3 && host.trust > 0 && (
          <div>
            <dt>{word.missing}</dt>
            <dd>
              {host.trust === 1 ? word.missingProof : word.missingText(Math.max(1, why.needed - why.vouches.length))}
            </dd>
          </div>
        )}
      </dl>
      <p class="small soft">{word.rule}</p>
    </>
  );
}

const kinds: Readonly<Record<Trust, Pick<ChipProps, "kind" | "icon">>> = {
  0: { kind: "bad", icon: "x" },
  1: { kind: "draft", icon: "clock" },
  2: { kind: "draft", icon: "info" },
  3: { kind: "note", icon: "shield-check" },
  4: { kind: "good", icon: "handshake" },
};

/** How far a host is trusted here, in a word. */
export function TrustChip({ host, language }: Pick<WhyProps, "host" | "language">) {
  const word = words[language];
  return <Chip {...kinds[host.trust]} word={host.own ? word.own : word.levels[host.trust]} />;
}

/** How somebody came to be known here. */
export function sourceWords({ source, namedBy }: Pick<Why, "source" | "namedBy">, language: Language): string {
  const word = words[language];
  return source === "named" && namedBy !== null ? word.namedBy(new URL(namedBy).host) : word.sources[source];
}

function VouchedBy({ why, language }: Pick<WhyProps, "why" | "language">) {
  const word = words[language];
  return (
    <div>
      <dt>{word.vouchedBy}</dt>
      <dd>
        {why.vouches.length === 0 && word.noVouch}
        {why.vouches.length > 0 && (
          <ul class="plain stack stack-2">
            {why.vouches.map((vouch) => (
              <VouchLine vouch={vouch} language={language} />
            ))}
          </ul>
        )}
        {why.others > 0 && <small>{word.others(why.others)}</small>}
      </dd>
    </div>
  );
}

function VouchLine({ vouch, language }: { readonly vouch: ShownVouch; readonly language: Language }) {
  const word = words[language];
  return (
    <li>
      {vouch.own ? (
        word.ours
      ) : (
        <a href={vouch.url} rel="noopener nofollow">
          {vouch.name}
        </a>
      )}
      , {word.vouchDay(dateWords(vouch.given, language, "short"))}
      {vouch.reason !== null && <blockquote>{vouch.reason}</blockquote>}
      <small>
        <a href={vouch.address} rel="noopener nofollow" aria-label={word.statementOf(vouch.name)}>
          {word.statement}
        </a>
      </small>
    </li>
  );
}
