import { curlOf } from "./api-curl.ts";
import { type ApiDocument, type Call, type Operation, operationsOf, problemsOf, scopeOf } from "./api-document.ts";
import { ApiProblems, type ApiProblemsProps } from "./api-page-problems.tsx";
import { ApiStart } from "./api-page-start.tsx";
import { words } from "./api-page-words.ts";
import type { ApiTexts } from "./api-texts.ts";
import { Code } from "./code.tsx";
import { type Frame, Layout } from "./layout.tsx";

/** The description of the API as a page: how to begin, each call, each problem. */
export function ApiPage({ frame, document, texts }: ApiProblemsProps) {
  const word = words[frame.language];
  const groups = groupsOf(document);
  return (
    <Layout frame={frame} title={word.title} description={word.description} canonical="/api">
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
      </div>
      <div class="wrap section split split-left">
        <Contents frame={frame} groups={groups} texts={texts} />
        <div class="stack stack-7">
          <ApiStart frame={frame} />
          {groups.map(([tag, calls]) => (
            <section aria-labelledby={`group-${tag}`} class="stack stack-6">
              <h2 id={`group-${tag}`}>{texts.tags[tag] ?? tag}</h2>
              {calls.map((call) => (
                <CallPart frame={frame} texts={texts} {...call} />
              ))}
            </section>
          ))}
          <ApiProblems frame={frame} document={document} texts={texts} />
        </div>
      </div>
    </Layout>
  );
}

type Groups = readonly (readonly [tag: string, calls: readonly Call[]])[];

function groupsOf(document: ApiDocument): Groups {
  const groups = Map.groupBy(operationsOf(document), ({ operation }) => operation.tags?.[0] ?? "");
  return [...groups];
}

function Contents({ frame, groups, texts }: { frame: Frame; groups: Groups; texts: ApiTexts }) {
  const word = words[frame.language];
  return (
    <nav class="call-contents sticky" aria-labelledby="contents">
      <h2 id="contents" class="like-h4">
        {word.contents}
      </h2>
      <ul>
        <li>
          <a href="#start">{word.startTitle}</a>
        </li>
        {groups.map(([tag, calls]) => (
          <li>
            <a href={`#group-${tag}`}>{texts.tags[tag] ?? tag}</a>
            <ul>
              {calls.map(({ operation }) => (
                <li>
                  <a href={`#${operation.operationId}`}>{summaryOf(operation, texts).summary}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#problems">{word.problemsTitle}</a>
        </li>
      </ul>
    </nav>
  );
}

/** In the reader's language, or else as the description has it. */
function summaryOf({ operationId = "", summary = "", description = "" }: Operation, texts: ApiTexts) {
  return texts.operations[operationId] ?? { summary, description };
}

function CallPart({ frame, texts, path, method, operation }: Call & { frame: Frame; texts: ApiTexts }) {
  const word = words[frame.language];
  const { summary, description } = summaryOf(operation, texts);
  const scope = scopeOf(operation);
  return (
    <article class="call stack" aria-labelledby={operation.operationId}>
      <h3 id={operation.operationId}>{summary}</h3>
      <p class="call-line">
        <span class={`call-method call-${method}`}>{method.toUpperCase()}</span>
        <code>{path}</code>
      </p>
      <p>{description}</p>
      <p class="small soft">{scope === null ? word.forEveryone : word.needs(scope)}</p>
      <Parameters frame={frame} texts={texts} operation={operation} />
      <h4>{word.try}</h4>
      <Code>{curlOf(frame.origin, path, method, operation)}</Code>
      <Answers frame={frame} operation={operation} />
      <Refusals frame={frame} operation={operation} />
    </article>
  );
}

function Parameters({ frame, texts, operation }: { frame: Frame; texts: ApiTexts; operation: Operation }) {
  const word = words[frame.language];
  const named = operation.parameters ?? [];
  if (named.length === 0) return null;
  return (
    <>
      <h4>{word.parameters}</h4>
      <dl class="facts facts-lines">
        {named.map(({ name, required, description }) => (
          <div>
            <dt>
              <code>{headerName(name)}</code> {required && <small>{word.required}</small>}
            </dt>
            <dd class="small">{texts.parameters[name] ?? description}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const headerName = (name: string) =>
  name.replaceAll(/(^|-)[a-z]/g, (start) => (name.includes("-") ? start.toUpperCase() : start));

function Answers({ frame, operation }: { frame: Frame; operation: Operation }) {
  const word = words[frame.language];
  return (
    <>
      {Object.entries(operation.responses).map(([status, response]) => {
        const example = response.content?.["application/json"]?.example;
        if (example === undefined) return null;
        return (
          <details class="call-more">
            <summary>{word.answer(status)}</summary>
            <Code>{JSON.stringify(example, null, 2)}</Code>
          </details>
        );
      })}
    </>
  );
}

function Refusals({ frame, operation }: { frame: Frame; operation: Operation }) {
  const refusals = Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.keys(problemsOf(response)).map((code) => ({ status, code })),
  );
  return (
    <details class="call-more">
      <summary>{words[frame.language].refusals}</summary>
      <ul class="call-refusals">
        {refusals.map(({ status, code }) => (
          <li>
            {status} <a href={`#problem-${code}`}>{code}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
