import type { DeskFrame } from "../web/desk.tsx";
import { Absent, Finder, MoveButtons, portalPath } from "./desk-parts.tsx";
import { words } from "./desk-section-words.ts";
import { actorOf, type Entry, nameOf } from "./entries.ts";
import type { Absence, Pick, Section } from "./portal.ts";

export interface PicksProps {
  readonly frame: DeskFrame;
  readonly section: Section;
  readonly picks: readonly Pick[];
  readonly absent: ReadonlyMap<string, Absence>;
  /** What was looked for to add it, and what was found. */
  readonly typed: string;
  readonly found: readonly Entry[];
}

/** The list of a section: its order, what does not appear and why, and the way to add to it. */
export function Picks({ frame, section, picks, absent, typed, found }: PicksProps) {
  const { language } = frame;
  const word = words[language];
  const path = `${portalPath}/sections/${section.id}`;
  const away = picks.flatMap((pick) => {
    const absence = absent.get(pick.actor);
    return absence === undefined ? [] : [{ ...pick, absence }];
  });
  const inList = new Set(picks.map(({ actor }) => actor));
  return (
    <section class="stack" aria-labelledby="picks">
      <h2 class="like-h3" id="picks">
        {word.picks}
      </h2>
      <Absent absent={away} language={language} />
      {picks.length === 0 ? <p class="soft">{word.noPicks}</p> : <PicksTable {...{ frame, path, picks }} />}
      <h3 class="like-h4">{word.addTitle}</h3>
      <Finder
        {...{ frame, typed, found, action: path }}
        choice={(entry) =>
          inList.has(actorOf(entry)) ? (
            <span class="soft">{word.already}</span>
          ) : (
            <form method="post" action={`${path}/picks`}>
              <input type="hidden" name="kind" value={entry.kind} />
              <input type="hidden" name="actor" value={actorOf(entry)} />
              <button class="button button-small" type="submit" aria-label={word.addWhat(nameOf(entry))}>
                {word.add}
              </button>
            </form>
          )
        }
      />
    </section>
  );
}

function PicksTable({
  frame: { language },
  path,
  picks,
}: Omit<PicksProps, "section" | "absent" | "typed" | "found"> & { readonly path: string }) {
  const word = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.item}</th>
          <th scope="col">{word.order}</th>
          <th scope="col">
            <span class="sr">{word.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {picks.map(({ actor, kind, name }, at) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <MoveButtons
                {...{ language, name, action: `${path}/picks/position`, fields: { kind, actor } }}
                first={at === 0}
                last={at === picks.length - 1}
              />
            </td>
            <td class="table-do">
              <form method="post" action={`${path}/picks/removal`}>
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="actor" value={actor} />
                <button class="button button-small" type="submit" aria-label={word.removeWhat(name)}>
                  {word.remove}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
