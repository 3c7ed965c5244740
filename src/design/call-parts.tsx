import { words } from "./paths-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

const methods = ["get", "post", "put", "patch", "delete"];

/** A call of the API as its page shows it, with all of its verbs. */
export function CallSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].call;
  return (
    <Sample frame={frame} id="calls" title={word.title} text={word.text} sheets={["call"]}>
      <div class="call stack">
        <h4>{word.list}</h4>
        {methods.map((method) => (
          <p class="call-line">
            <span class={`call-method call-${method}`}>{method.toUpperCase()}</span> <code>/api/v1/offers</code>
          </p>
        ))}
        <details class="call-more">
          <summary>{word.answer}</summary>
          <pre class="code">{'{ "offers": [], "next": null }'}</pre>
        </details>
        <p class="call-refusals">
          <a href="#not-found">404</a> <a href="#calls">422</a>
        </p>
        <dl class="facts facts-lines">
          <div id="not-found" class="call-problem">
            <dt>
              <code>not-found</code> <small>404</small>
            </dt>
            <dd>{word.problem}</dd>
          </div>
        </dl>
      </div>
      <nav class="call-contents" aria-label={word.contents}>
        <ul>
          <li>
            <a href="#calls">{word.list}</a>
          </li>
        </ul>
      </nav>
    </Sample>
  );
}
