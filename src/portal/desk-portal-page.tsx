import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { Absent, Did, dayWords, MoveButtons, portalPath } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Filled } from "./entries.ts";
import type { Absence, Highlight } from "./portal.ts";

export interface PortalPageProps {
  readonly frame: DeskFrame;
  readonly filled: readonly Filled[];
  readonly highlights: readonly Highlight[];
  /** Why some of what is recommended does not appear, by its address. */
  readonly absent: ReadonlyMap<string, Absence>;
  readonly done: string | undefined;
}

/** The room where one puts together what the public sees first. */
export function PortalPage({ frame, filled, highlights, absent, done }: PortalPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="portal">
      <Did done={done} language={language} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <section class="stack" aria-labelledby="sections">
        <h2 class="like-h3" id="sections">
          {word.sections}
        </h2>
        {filled.length === 0 ? <NoSections language={language} /> : <Sections filled={filled} language={language} />}
        <p>
          <a class="button button-main" href={`${portalPath}/sections/new`}>
            <Icon name="plus" /> {word.newSection}
          </a>
        </p>
      </section>
      <Highlights {...{ highlights, absent, language }} />
      <section class="stack stack-3" aria-labelledby="embed">
        <h2 class="like-h3" id="embed">
          {word.embed}
        </h2>
        <p>{word.embedLead}</p>
        <p>
          <a class="button" href={`${portalPath}/embed`}>
            {word.embedGo} <Icon name="arrow-right" />
          </a>
        </p>
      </section>
      <section class="stack stack-3" aria-labelledby="unclaimed">
        <h2 class="like-h3" id="unclaimed">
          {word.unclaimed}
        </h2>
        <p>{word.unclaimedLead}</p>
        <p>
          <a class="button" href={`${portalPath}/unclaimed`}>
            {word.unclaimedGo} <Icon name="arrow-right" />
          </a>
        </p>
      </section>
    </DeskLayout>
  );
}

type Language = DeskFrame["language"];

function NoSections({ language }: { readonly language: Language }) {
  const word = words[language];
  return <Empty title={word.noSections} text={word.noSectionsMore} />;
}

function Sections({ filled, language }: { readonly filled: readonly Filled[]; readonly language: Language }) {
  const word = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.name}</th>
          <th scope="col">{word.number}</th>
          <th scope="col">{word.shownOrNot}</th>
          <th scope="col">{word.order}</th>
        </tr>
      </thead>
      <tbody>
        {filled.map(({ section: { id, content, shown }, total }, at) => (
          <tr>
            <th scope="row">
              <a href={`${portalPath}/sections/${id}`}>{content.title}</a>
            </th>
            <td data-word={word.number.toLowerCase()}>{total}</td>
            <td>
              <span class={`chip ${shown ? "chip-good" : "chip-draft"}`}>{shown ? word.shownYes : word.shownNo}</span>
            </td>
            <td class="table-do">
              <MoveButtons
                {...{ language, action: `${portalPath}/sections/${id}/position`, name: content.title }}
                first={at === 0}
                last={at === filled.length - 1}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Highlights({
  highlights,
  absent,
  language,
}: Pick<PortalPageProps, "highlights" | "absent"> & { readonly language: Language }) {
  const word = words[language];
  const away = highlights.flatMap((one) => {
    const absence = absent.get(one.actor);
    return absence === undefined ? [] : [{ ...one, absence }];
  });
  return (
    <section class="stack" aria-labelledby="highlights">
      <h2 class="like-h3" id="highlights">
        {word.highlights}
      </h2>
      <p>{word.highlightsLead}</p>
      <Absent absent={away} language={language} />
      {highlights.length === 0 ? (
        <p class="soft">{word.noHighlights}</p>
      ) : (
        <table class="table table-stack">
          <thead>
            <tr>
              <th scope="col">{word.item}</th>
              <th scope="col">{word.why}</th>
              <th scope="col">{word.who}</th>
              <th scope="col">
                <span class="sr">{word.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {highlights.map(({ id, name, reason, who, said }) => (
              <tr>
                <th scope="row">
                  <a href={`${portalPath}/highlights/${id}`} aria-label={word.editWhat(name)}>
                    {name}
                  </a>
                </th>
                <td>{reason}</td>
                <td>{word.saidBy(who, dayWords(said, language))}</td>
                <td class="table-do">
                  <form method="post" action={`${portalPath}/highlights/${id}/removal`}>
                    <button class="button button-small" type="submit" aria-label={word.removeWhat(name)}>
                      {word.remove}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a class="button" href={`${portalPath}/highlights/new`}>
          <Icon name="plus" /> {word.newHighlight}
        </a>
      </p>
    </section>
  );
}
