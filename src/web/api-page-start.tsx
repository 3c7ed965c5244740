import { words } from "./api-page-words.ts";
import { Code } from "./code.tsx";
import { Icon } from "./icon.tsx";
import type { Frame } from "./layout.tsx";

/** How to begin: read without asking, get a token, and what is good to know. */
export function ApiStart({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <section id="start" aria-labelledby="start-title" class="stack stack-5">
      <h2 id="start-title">{word.startTitle}</h2>
      <ol class="steps plain">
        <li>
          <h3>{word.readTitle}</h3>
          <p>{word.readText}</p>
          <Code>curl {frame.origin}/api/v1/offers</Code>
        </li>
        <li>
          <h3>{word.tokenTitle}</h3>
          <p>{word.tokenText}</p>
          <Code>essaim token create --scope offers --label "{word.label}"</Code>
          <p>{word.tokenUse}</p>
          <Code>Authorization: Bearer essaim_…</Code>
        </li>
      </ol>
      <h3>{word.scopesTitle}</h3>
      <dl class="facts facts-lines">
        {Object.entries(word.scopes).map(([scope, opens]) => (
          <div>
            <dt>
              <code>{scope}</code>
            </dt>
            <dd>{opens}</dd>
          </div>
        ))}
      </dl>
      <h3>{word.habitsTitle}</h3>
      <ul class="list">
        {word.habits.map(([what, how]) => (
          <li>
            <b>{what}</b> {how}
          </li>
        ))}
      </ul>
      <p>
        <a class="icon-text" href="/api/openapi.json">
          <Icon name="folder-open" />
          <span>{word.document}</span>
        </a>
      </p>
    </section>
  );
}
