import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DeskTable } from "../web/desk-table.tsx";
import { Empty } from "../web/empty.tsx";
import { Tabs } from "../web/tabs.tsx";
import { Done, LateChip, StateChip } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { PlaceSettings } from "./places.ts";
import type { KeptRequest } from "./queries.ts";

/** Requests by what they need of the host; first those in which somebody waits. */
export const requestViews = ["waiting", "answered", "accepted", "declined", "referred", "withdrawn"] as const;
export type RequestView = (typeof requestViews)[number];

/** A request in the list, and how long somebody has waited in it. */
export interface ListedRequest {
  readonly request: KeptRequest;
  readonly wait: { readonly days: number; readonly late: boolean } | null;
}

export interface RequestsPageProps {
  readonly frame: DeskFrame;
  readonly view: RequestView;
  readonly requests: readonly ListedRequest[];
  readonly counts: Readonly<Record<RequestView, number>>;
  readonly settings: PlaceSettings;
  readonly erased: number;
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
  readonly done: string | null;
}

/** What associations ask for, the late ones first. */
export function RequestsPage(props: RequestsPageProps) {
  const { frame, view, requests, counts, settings, erased, next, done } = props;
  const { language } = frame;
  const word = words[language];
  const any = Object.values(counts).some((count) => count > 0);
  return (
    <DeskLayout frame={frame} title={word.title} here="requests">
      <Done done={done} language={language} />
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {any && (
          <p>
            <a class="button button-small" href="/admin/requests/export.csv">
              {word.export}
            </a>
          </p>
        )}
      </div>
      {any && <Views view={view} counts={counts} language={language} />}
      {requests.length > 0 ? (
        <Table requests={requests} language={language} />
      ) : (
        <Nothing {...{ view, any, language }} />
      )}
      {next && (
        <p>
          <a href={next}>{word.older}</a>
        </p>
      )}
      <p class="small soft">
        {settings.answerDays !== null && `${word.promised(settings.answerDays)} `}
        {word.kept(settings.keptMonths)} {erased > 0 && `${word.erasedCount(erased)} `}
        <a href="/admin/requests/settings">{word.settings}</a>
      </p>
    </DeskLayout>
  );
}

type Counted = Pick<RequestsPageProps, "view" | "counts"> & { readonly language: Language };

function Views({ view, counts, language }: Counted) {
  const word = words[language];
  const tabs = requestViews.map((one) => ({ href: pathOf(one), label: word.views[one], count: counts[one] }));
  return <Tabs label={word.viewsLabel} tabs={tabs} here={pathOf(view)} />;
}

const pathOf = (view: RequestView): string =>
  view === "waiting" ? "/admin/requests" : `/admin/requests?state=${view}`;

function Table({ requests, language }: { readonly requests: readonly ListedRequest[]; readonly language: Language }) {
  const word = words[language];
  const { name, offer, people } = word.columns;
  const lines = requests.map(({ request, wait }) => ({
    ...{ href: `/admin/requests/${request.id}`, title: request.name, since: request.received },
    chip: (
      <>
        {wait?.late ? <LateChip language={language} /> : <StateChip state={request.state} language={language} />}
        {wait && <p class="small soft">{word.waits(wait.days)}</p>}
      </>
    ),
    about: [request.title, request.people],
    next: wait ? word.nexts.received : word.nexts[request.state],
  }));
  return <DeskTable language={language} heads={{ title: name, about: [offer, people] }} lines={lines} />;
}

function Nothing({ view, any, language }: Pick<RequestsPageProps, "view"> & { any: boolean; language: Language }) {
  const { none, noneHere } = words[language];
  if (!any) return <Empty {...none} ways={[{ href: "/admin/availability", label: none.way }]} />;
  if (view === "waiting") return <Empty {...noneHere.waiting} />;
  return <Empty title={noneHere.other} ways={[{ href: "/admin/requests", label: noneHere.way }]} />;
}
