import { dateWords } from "../foundation/date-words.ts";
import { Chip } from "../web/chip.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { Choices, ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { Pagination } from "../web/pagination.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { Tabs } from "../web/tabs.tsx";
import type { Trust } from "./catalogue.ts";
import { words } from "./desk-words.ts";
import type { Known } from "./known.ts";
import type { Doubt } from "./look-alikes.ts";
import { problemWords } from "./visit-words.ts";
import { sourceWords, TrustChip } from "./why-parts.tsx";

export const hostsPath = "/admin/followers/hosts";
export const hostPath = (origin: string): string => `${hostsPath}/site?${new URLSearchParams({ origin })}`;

export interface HostsPageProps {
  readonly frame: DeskFrame;
  readonly hosts: readonly Known[];
  readonly doubts: ReadonlyMap<string, Doubt>;
  readonly counts: Readonly<Record<Trust, number>>;
  /** The level that is shown; null for all. */
  readonly level: Trust | null;
  readonly page: number;
  readonly pages: number;
  readonly settings: { readonly needed: string; readonly welcome: boolean };
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** Everybody known here by level of trust, and what is settled of it. */
export function HostsPage(props: HostsPageProps) {
  const { frame, hosts, wrong = {}, done } = props;
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <SwarmTabs frame={frame} here="hosts" />
      <Levels {...props} />
      {hosts.length === 0 ? <Empty title={word.none} text={word.noneMore} /> : <HostsTable {...props} />}
      <Pagination
        label={word.title}
        page={props.page}
        pages={props.pages}
        words={language === "fr" ? { before: "Précédente", next: "Suivante" } : { before: "Previous", next: "Next" }}
        hrefOf={(page) => addressOf(props.level, page)}
      />
      {frame.person.role === "administrator" && <SettingsForm {...props} />}
    </DeskLayout>
  );
}

const levels: readonly Trust[] = [4, 3, 2, 1, 0];

function addressOf(level: Trust | null, page: number): string {
  const query = new URLSearchParams({
    ...(level === null ? {} : { level: String(level) }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size === 0 ? hostsPath : `${hostsPath}?${query}`;
}

function Levels({ frame: { language }, counts, level }: HostsPageProps) {
  const word = words[language];
  const tabs = [null, ...levels].map((one) => ({
    ...{ href: addressOf(one, 1), label: one === null ? word.all : word.levels[one] },
    count: one === null ? 0 : counts[one],
  }));
  return <Tabs label={word.byLevel} here={addressOf(level, 1)} tabs={tabs} />;
}

function HostsTable({ frame: { language }, hosts, doubts }: HostsPageProps) {
  const word = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.host}</th>
          <th scope="col">{word.trust}</th>
          <th scope="col">{word.source}</th>
          <th scope="col">{word.visited}</th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr>
            <th scope="row">
              <a href={hostPath(host.origin)}>{host.name}</a>
            </th>
            <td>
              <TrustChip host={host} language={language} />
              {doubts.has(host.origin) && (
                <>
                  {" "}
                  <Chip kind="care" icon="warning" word={word.doubtful} />
                </>
              )}
              <br />
              <small>
                {new URL(host.origin).host} · {word.offers(host.offers)}
              </small>
            </td>
            <td>{sourceWords(host, language)}</td>
            <td data-word={word.visited.toLowerCase()}>
              {host.own ? "–" : host.visited === null ? word.never : dateWords(host.visited, language, "short")}
              {host.problem !== null && (
                <>
                  <br />
                  <small>{problemWords(host.problem, language)}</small>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SettingsForm({ frame: { language }, settings, wrong = {} }: HostsPageProps) {
  const word = words[language];
  return (
    <form class="sheet stack" method="post" action={`${hostsPath}/settings`} aria-labelledby="settings">
      <h2 class="like-h3" id="settings">
        {word.settings}
      </h2>
      <TextField
        name="needed"
        label={word.needed}
        hint={word.neededHint}
        value={settings.needed}
        inputmode="numeric"
        width="short"
        wrong={wrong["needed"]}
        maxlength={3}
      />
      <Choices
        type="checkbox"
        name="welcome"
        label={word.welcome}
        chosen={settings.welcome ? ["yes"] : []}
        options={[{ value: "yes", label: word.welcomeOption, hint: word.welcomeHint }]}
      />
      <div class="form-end">
        <button class="button" type="submit">
          {word.save}
        </button>
      </div>
    </form>
  );
}
