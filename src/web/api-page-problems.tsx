import { type ApiDocument, operationsOf, problemsOf } from "./api-document.ts";
import { words } from "./api-page-words.ts";
import type { ApiTexts } from "./api-texts.ts";
import type { Frame } from "./layout.tsx";

export interface ApiProblemsProps {
  readonly frame: Frame;
  readonly document: ApiDocument;
  /** In the reader's language. */
  readonly texts: ApiTexts;
}

/** What each refusal means and what to do: where the `type` of a problem leads. */
export function ApiProblems({ frame, document, texts }: ApiProblemsProps) {
  const word = words[frame.language];
  const codes = codesOf(document);
  return (
    <section aria-labelledby="problems" class="stack">
      <h2 id="problems">{word.problemsTitle}</h2>
      <p>{word.problemsText}</p>
      <dl class="facts facts-lines">
        {[...codes].sort().map(([code, { status, detail }]) => (
          <div id={`problem-${code}`} class="call-problem">
            <dt>
              <code>{code}</code> <small>{status}</small>
            </dt>
            <dd>{texts.problems[code] ?? detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every problem that some call may answer with, and those that any address may; with what the description says of it. */
function codesOf(document: ApiDocument): ReadonlyMap<string, { readonly status: string; readonly detail: string }> {
  const codes = new Map(anywhere);
  for (const { operation } of operationsOf(document))
    for (const [status, response] of Object.entries(operation.responses))
      for (const code of Object.keys(problemsOf(response))) codes.set(code, { status, detail: response.description });
  return codes;
}

const anywhere: readonly (readonly [code: string, { readonly status: string; readonly detail: string }])[] = [
  ["method-not-allowed", { status: "405", detail: "" }],
  ["not-allowed", { status: "403", detail: "" }],
  ["failed", { status: "500", detail: "" }],
];
