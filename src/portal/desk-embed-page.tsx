import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Code } from "../web/code.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { SelectField } from "../web/form-parts.tsx";
import { portalPath } from "./desk-parts.tsx";
import { Embedded } from "./embed-parts.tsx";
import { words } from "./embed-words.ts";
import type { Filled } from "./entries.ts";
import type { Section } from "./portal.ts";

export interface EmbedPageProps {
  readonly frame: DeskFrame;
  /** Those that the public sees. */
  readonly sections: readonly Section[];
  /** The one that is shown here; null where there is none. */
  readonly filled: Filled | null;
  readonly name: string;
  readonly origin: string;
  readonly now: Date;
}

/** How another site shows a section: lines to copy, and what will appear. */
export function EmbedPage({ frame, sections, filled, ...props }: EmbedPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="portal">
      <Breadcrumb language={language} ways={[{ href: portalPath, label: word.portal }]} here={word.title} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {filled === null ? (
        <Empty title={word.none} text={word.noneMore} />
      ) : (
        <>
          {sections.length > 1 && <Choice {...{ frame, sections, filled }} />}
          <Fragment language={language} origin={props.origin} slug={filled.section.slug} />
          <section class="stack stack-3" aria-labelledby="feed">
            <h2 class="like-h3" id="feed">
              {word.feed}
            </h2>
            <p>{word.feedText}</p>
            <h3 class="like-h4">{word.wordpress}</h3>
            <p>{word.wordpressText}</p>
            <Code>{`${props.origin}/embed/${filled.section.slug}.atom`}</Code>
          </section>
          <section class="stack stack-3" aria-labelledby="preview">
            <h2 class="like-h3" id="preview">
              {word.preview}
            </h2>
            <p>{word.previewText}</p>
            <div class="sheet">
              <Embedded {...{ filled, language, level: 3, ...props }} />
            </div>
          </section>
        </>
      )}
    </DeskLayout>
  );
}

type Language = DeskFrame["language"];

function Choice({
  frame: { language },
  sections,
  filled,
}: Pick<EmbedPageProps, "frame" | "sections"> & { readonly filled: Filled }) {
  const word = words[language];
  return (
    <form method="get" action={`${portalPath}/embed`}>
      <SelectField
        {...{ name: "section", label: word.which, value: filled.section.slug }}
        options={sections.map(({ slug, content }) => ({ value: slug, label: content.title }))}
      />
      <p class="form-end">
        <button class="button" type="submit">
          {word.show}
        </button>
      </p>
    </form>
  );
}

function Fragment({
  language,
  origin,
  slug,
}: {
  readonly language: Language;
  readonly origin: string;
  readonly slug: string;
}) {
  const word = words[language];
  const address = `${origin}/embed/${slug}.html?lang=${language}&heading=2`;
  const ways = [
    [word.php, word.phpText, phpLines(address, slug)],
    [word.ssi, word.ssiText, ssiLines(origin, slug, language)],
    [word.fixed, word.fixedText, `curl -fsS -o essaim.new "${address}" && mv essaim.new ${slug}.html`],
    [word.style, word.styleText, `<link rel="stylesheet" href="${origin}/embed/list.css">`],
  ] as const;
  return (
    <section class="stack stack-3" aria-labelledby="fragment">
      <h2 class="like-h3" id="fragment">
        {word.fragment}
      </h2>
      <p>{word.fragmentText}</p>
      <Code>{address}</Code>
      <p class="small">{word.options}</p>
      {ways.map(([title, text, lines]) => (
        <div class="stack stack-2">
          <h3 class="like-h4">{title}</h3>
          <p>{text}</p>
          <Code>{lines}</Code>
        </div>
      ))}
    </section>
  );
}

const phpLines = (address: string, slug: string): string =>
  [
    "<?php",
    `$kept = sys_get_temp_dir() . '/essaim-${slug}.html';`,
    "if (!is_file($kept) || filemtime($kept) < time() - 3600) {",
    `  $list = @file_get_contents('${address}');`,
    "  if ($list !== false) file_put_contents($kept, $list);",
    "}",
    "if (is_file($kept)) readfile($kept);",
    "?>",
  ].join("\n");

const ssiLines = (origin: string, slug: string, language: Language): string =>
  [
    "# nginx",
    "location /essaim/ {",
    `  proxy_pass ${origin}/embed/;`,
    "  proxy_ssl_server_name on;",
    "}",
    "ssi on;",
    "",
    `<!--#include virtual="/essaim/${slug}.html?lang=${language}" -->`,
  ].join("\n");
