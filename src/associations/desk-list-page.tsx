import { dateWords } from "../foundation/date-words.ts";
import { territoryName } from "../hosts/territories.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Choices } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { PageLinks } from "../web/pages.tsx";
import { Tabs } from "../web/tabs.tsx";
import { type Association, type AssociationState, associationStates, type Registration } from "./associations.ts";
import { words } from "./desk-words.ts";

export interface ListPageProps {
  readonly frame: DeskFrame;
  readonly state: AssociationState;
  readonly counts: Readonly<Partial<Record<AssociationState, number>>>;
  /** One more than a page holds, where there are more. */
  readonly associations: readonly Association[];
  readonly page: number;
  readonly pageSize: number;
  readonly registration: Registration;
  readonly done: keyof (typeof words)["fr"]["done"] | null;
}

const list = "/admin/associations";

/** The associations that have an account here, and how others get one. */
export function ListPage(props: ListPageProps) {
  const { frame, state, counts, associations, page, pageSize, done } = props;
  const word = words[frame.language];
  const tabs = associationStates.map((one) => {
    return { href: `${list}?state=${one}`, label: word.tabs[one], count: counts[one] ?? 0 };
  });
  return (
    <DeskLayout frame={frame} title={word.title} here="associations">
      {done && <DoneNotice>{word.done[done]}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <Tabs label={word.states} tabs={tabs} here={`${list}?state=${state}`} />
      {associations.length === 0 ? <p>{word.none}</p> : <AssociationTable {...props} />}
      <PageLinks
        {...{ language: frame.language, page, more: associations.length > pageSize }}
        href={(n) => `${list}?state=${state}&page=${n}`}
      />
      <RegistrationForm {...props} />
    </DeskLayout>
  );
}

function AssociationTable({ frame: { language }, associations, pageSize }: ListPageProps) {
  const word = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.name}</th>
          <th scope="col">{word.place}</th>
          <th scope="col">{word.since}</th>
          <th scope="col">
            <span class="sr">{word.open}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {associations.slice(0, pageSize).map(({ id, name, territory, created }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-word={word.place}>{territory === null ? "–" : territoryName(territory, language)}</td>
            <td data-word={word.since}>{dateWords(created, language, "short")}</td>
            <td class="table-do">
              <a class="button button-small" href={`${list}/${id}`} aria-label={word.openNamed(name)}>
                {word.open}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ways: readonly Registration[] = ["approval", "open", "closed"];

function RegistrationForm({ frame: { language, origin }, registration }: ListPageProps) {
  const word = words[language];
  return (
    <section aria-labelledby="registration-title" class="stack stack-3">
      <h2 class="like-h3" id="registration-title">
        {word.registration}
      </h2>
      <p>
        {word.address} <a href="/association/new">{`${origin}/association/new`}</a>
      </p>
      <form method="post" action={`${list}/settings`}>
        <Choices
          {...{ name: "registration", label: word.registrationHint, type: "radio", chosen: [registration] }}
          options={ways.map((value) => {
            return { value, label: word.registrations[value], hint: word.registrationHints[value] };
          })}
        />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.save}
          </button>
        </p>
      </form>
    </section>
  );
}
