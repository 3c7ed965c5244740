import { type Frame, Layout } from "../web/layout.tsx";
import { type Scheme, schemes } from "../web/roles.ts";
import { Segments } from "../web/segments.tsx";
import { AskingSamples } from "./asking-parts.tsx";
import { DeskSamples } from "./desk-parts.tsx";
import { DirectorySamples } from "./directory-parts.tsx";
import { ExchangeSamples } from "./exchange-parts.tsx";
import { FundingSamples } from "./funding-parts.tsx";
import { IdentitySamples } from "./identity-parts.tsx";
import { PathSamples } from "./paths-parts.tsx";
import { ReadingSamples } from "./reading-parts.tsx";
import { type Group, words } from "./words.ts";

export interface DesignPageProps {
  readonly frame: Frame;
  readonly now: Date;
  /** Null: as the reader's own machine prefers. */
  readonly scheme: Scheme | null;
}

const path = "/about/design";

/** The look, shown with the very components that pages are made of. */
export function DesignPage({ frame, now, scheme }: DesignPageProps) {
  const word = words[frame.language];
  return (
    <Layout
      frame={frame}
      title={word.title}
      description={word.description}
      canonical={path}
      here="about"
      sheets={["drawings", "desk", "directory", "funding", "association", "acting", "ways", "design"]}
    >
      <div class={scheme === null ? "scheme" : `scheme scheme-${scheme}`}>
        <div class="masthead masthead-plain">
          <div class="wrap stack">
            <h1>{word.title}</h1>
            <p class="lead">{word.lead}</p>
            <p class="soft">{word.invented}</p>
            <Segments
              label={word.scheme}
              here={scheme === null ? path : schemePath(scheme)}
              segments={[
                { href: path, word: word.schemes.auto },
                ...schemes.map((one) => ({ href: schemePath(one), word: word.schemes[one] })),
              ]}
            />
          </div>
        </div>
        <div class="wrap section stack stack-7">
          <div class="split">
            <div class="stack">
              <h2>{word.idea}</h2>
              <p>{word.ideaText}</p>
            </div>
            <Contents frame={frame} />
          </div>
          {groups.map(([group, Samples]) => (
            <section class="samples" id={group} aria-labelledby={`${group}-group`}>
              <h2 id={`${group}-group`}>{word.groups[group]}</h2>
              <Samples frame={frame} now={now} />
            </section>
          ))}
        </div>
      </div>
    </Layout>
  );
}

const groups = [
  ["identity", IdentitySamples],
  ["reading", ReadingSamples],
  ["paths", PathSamples],
  ["asking", AskingSamples],
  ["desk", DeskSamples],
  ["exchange", ExchangeSamples],
  ["directory", DirectorySamples],
  ["funding", FundingSamples],
] as const satisfies readonly (readonly [Group, unknown])[];

const schemePath = (scheme: Scheme) => `${path}?scheme=${scheme}`;

function Contents({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <nav aria-labelledby="contents" class="sheet sheet-soft stack stack-2">
      <h2 class="like-h4" id="contents">
        {word.contents}
      </h2>
      <ul class="plain">
        {groups.map(([group]) => (
          <li>
            <a href={`#${group}`}>{word.groups[group]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
