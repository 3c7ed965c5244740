import { type Frame, Layout } from "../web/layout.tsx";
import { confused, type TermCode, terms } from "../web/terms.ts";
import { words } from "./words.ts";

/** The words that our pages use and not everyone knows, in the order of the alphabet. */
export function WordsPage({ frame }: { readonly frame: Frame }) {
  const { language } = frame;
  const word = words[language].glossary;
  const known = terms[language];
  const byWord = (one: TermCode, other: TermCode) => known[one].word.localeCompare(known[other].word, language);
  const codes = (Object.keys(known) as TermCode[]).sort(byWord);
  return (
    <Layout frame={frame} title={word.title} description={word.lead} canonical="/about/words" here="about">
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
      </div>
      <div class="wrap section stack stack-6">
        <dl class="facts facts-lines">
          {codes.map((code) => (
            <div id={code}>
              <dt>{known[code].word}</dt>
              <dd>
                {known[code].meaning} <NotToConfuse code={code} frame={frame} />
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href="/about">{word.back}</a>
        </p>
      </div>
    </Layout>
  );
}

function NotToConfuse({ code, frame: { language } }: { readonly code: TermCode; readonly frame: Frame }) {
  const others = confused[code] ?? [];
  if (others.length === 0) return null;
  return (
    <small>
      {words[language].glossary.notToConfuse}{" "}
      {others.map((other, at) => (
        <>
          {at > 0 && ", "}
          <a href={`#${other}`}>{terms[language][other].word}</a>
        </>
      ))}
    </small>
  );
}
