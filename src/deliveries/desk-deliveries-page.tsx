import { momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { PageLinks } from "../web/pages.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { ServerChip, TroubleWords } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { ServerStanding } from "./server.ts";

export interface DeliveriesPageProps {
  readonly frame: DeskFrame;
  /** One more than a page holds, where there are more. */
  readonly troubled: readonly ServerStanding[];
  readonly well: readonly { readonly origin: string; readonly arrived: Date }[];
  readonly underWay: number;
  readonly page: number;
  readonly pageSize: number;
  readonly done?: string | undefined;
}

/** How deliveries go: the servers with trouble first. */
export function DeliveriesPage({ frame, troubled, well, underWay, page, pageSize, done }: DeliveriesPageProps) {
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.settled).find(([did]) => did === done)?.[1];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <SwarmTabs frame={frame} here="deliveries" />
      <p class="icon-text">
        <Icon name={underWay === 0 ? "check-circle" : "clock"} />
        <span>{word.underWay(underWay)}</span>
      </p>
      {troubled.length === 0 ? (
        <Empty
          title={well.length === 0 ? word.nobody : word.noTrouble}
          text={well.length === 0 ? undefined : word.noTroubleMore}
        />
      ) : (
        <Troubled frame={frame} servers={troubled.slice(0, pageSize)} />
      )}
      <PageLinks
        language={language}
        page={page}
        more={troubled.length > pageSize}
        href={(n) => `/admin/followers/deliveries?page=${n}`}
      />
      {troubled.some(({ failed }) => failed > 0) && frame.person.role === "administrator" && (
        <GivenUp language={language} />
      )}
      {well.length > 0 && <Well frame={frame} servers={well} />}
      {frame.person.role === "administrator" && (
        <p>
          <a href="/admin/erasures">{word.erasures}</a>
        </p>
      )}
    </DeskLayout>
  );
}

/** The page of a server. */
export const serverPath = (origin: string): string =>
  `/admin/followers/deliveries/server?${new URLSearchParams({ origin })}`;

const hostOf = (origin: string): string => new URL(origin).host;

function Troubled({
  frame: { language },
  servers,
}: {
  readonly frame: DeskFrame;
  readonly servers: readonly ServerStanding[];
}) {
  const word = words[language];
  return (
    <section aria-labelledby="troubled">
      <h2 class="like-h3" id="troubled">
        {word.troubled}
      </h2>
      <ul class="tasks gap-above">
        {servers.map((server) => (
          <li class="task">
            <Icon name="hard-drives" />
            <div>
              <h3>
                <a href={serverPath(server.origin)}>{hostOf(server.origin)}</a>
              </h3>
              <p>
                <TroubleWords of={server} language={language} />
              </p>
              <p>{figuresOf(server, language)}</p>
            </div>
            <div class="task-do">
              <ServerChip server={server} language={language} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What to do with all that was given up, whichever server it was for. */
function GivenUp({ language }: { readonly language: Language }) {
  const word = words[language];
  return (
    <form method="post" action="/admin/followers/deliveries/given-up" class="stack stack-2">
      <OnceField />
      <p>{word.givenUp}</p>
      <div class="cluster">
        <button class="button" type="submit" name="what" value="again">
          {word.allAgain}
        </button>
        <button class="button button-danger" type="submit" name="what" value="drop">
          {word.forget}
        </button>
      </div>
    </form>
  );
}

function figuresOf({ waiting, failed, next, arrived }: ServerStanding, language: Language): string {
  const word = words[language];
  const parts = [
    ...(waiting > 0 ? [word.waits(waiting)] : []),
    ...(failed > 0 ? [word.gaveUp(failed)] : []),
    ...(next === null ? [] : [word.nextTry(momentWords(next, language))]),
    arrived === null ? word.neverArrived : word.lastArrived(momentWords(arrived, language)),
  ];
  return parts.join(" · ");
}

function Well({
  frame: { language },
  servers,
}: {
  readonly frame: DeskFrame;
  readonly servers: DeliveriesPageProps["well"];
}) {
  const word = words[language];
  return (
    <section aria-labelledby="well">
      <h2 class="like-h3" id="well">
        {word.well}
      </h2>
      <dl class="facts facts-lines gap-above">
        {servers.map(({ origin, arrived }) => (
          <div>
            <dt>{hostOf(origin)}</dt>
            <dd>{word.lastArrived(momentWords(arrived, language))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
