import { type Frame, Layout } from "../web/layout.tsx";
import { license } from "./open-data-files.ts";
import { words } from "./open-data-words.ts";

/** What can be taken away from the directory, in which form, and under what. */
export function OpenDataPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  const files = [
    { path: "/directory.json", text: word.files.json },
    { path: "/directory.csv", text: word.files.csv },
    { path: "/directory.librehost.json", text: word.files.librehost },
    { path: "/directory/feed.atom", text: word.files.feed },
    { path: "/api", text: word.files.api },
  ];
  return (
    <Layout frame={frame} title={word.title} description={word.lead} canonical="/directory/data">
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <dl class="facts facts-lines">
          {files.map(({ path, text }) => (
            <div>
              <dt>
                <a href={path}>
                  <code>{path}</code>
                </a>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <section class="stack stack-3" aria-labelledby="license">
          <h2 class="like-h3" id="license">
            {word.licenseTitle}
          </h2>
          <p>
            {word.licenseText} <a href={license.url}>{license.name}</a>.
          </p>
          <p>{word.cite(frame.origin)}</p>
        </section>
        <section class="stack stack-3" aria-labelledby="care">
          <h2 class="like-h3" id="care">
            {word.careTitle}
          </h2>
          <ul class="list">
            {word.care.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </Layout>
  );
}
