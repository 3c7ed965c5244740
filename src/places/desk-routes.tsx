import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type ListedRequest, RequestsPage, type RequestView, requestViews } from "./desk-list-page.tsx";
import { requestDesk } from "./desk-request-routes.tsx";
import { settingsDesk } from "./desk-settings-routes.tsx";
import { words } from "./desk-words.ts";
import type { RequestEntry } from "./places.ts";
import {
  countRequests,
  countWaiting,
  findPlaceSettings,
  type KeptRequest,
  listEntries,
  listErased,
  listRequests,
  listWaitingRequests,
} from "./queries.ts";

export interface RequestsDeskDeps extends DeskDeps {
  /** Whether this site sends mail. */
  readonly mails: boolean;
  /** A table for people's spreadsheets. */
  writeTable(headers: readonly string[], rows: readonly (readonly string[])[]): string;
}

/** `/admin/requests…`: who asks for a place, and what the host does with it. */
export function requestsDesk(deps: RequestsDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/requests", (c) => list(deps, c))
    .get("/admin/requests/export.csv", (c) => exportTable(deps, c))
    .route("/", settingsDesk(deps))
    .route("/", requestDesk(deps));
}

const pageSize = 50;

async function list({ db, now, frameOf }: RequestsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const frame = await frameOf(c);
  const view = requestViews.find((one) => one === c.req.query("state")) ?? "waiting";
  const found = view === "waiting" ? await listWaiting(db, now()) : await listOf(db, view, c.req.query("before"));
  const last = found.length > pageSize ? found[pageSize - 1]?.request : undefined;
  const erased = (await listErased(db)).reduce((sum, row) => sum + row.erased, 0);
  const page = (
    <RequestsPage
      {...{ frame, view, erased, done: c.req.query("done") ?? null }}
      requests={view === "waiting" ? found : found.slice(0, pageSize)}
      counts={await countViews(db)}
      settings={await findPlaceSettings(db)}
      next={last && view !== "waiting" ? `/admin/requests?state=${view}&before=${placeOf(last)}` : null}
    />
  );
  return showDeskPage(c, page);
}

async function listWaiting(db: RequestsDeskDeps["db"], now: Date): Promise<readonly ListedRequest[]> {
  return (await listWaitingRequests(db, now)).map(({ request, days, late }) => ({ request, wait: { days, late } }));
}

async function listOf(
  db: RequestsDeskDeps["db"],
  view: Exclude<RequestView, "waiting">,
  after: string | undefined,
): Promise<readonly ListedRequest[]> {
  const [, received, id] = /^([\d:TZ.-]{24})~([0-9a-f-]{36})$/.exec(after ?? "") ?? [];
  const before = received === undefined || id === undefined ? null : ([received, id] as const);
  const found = await listRequests(db, { states: [view], before, limit: pageSize + 1 });
  return found.map((request) => ({ request, wait: null }));
}

const placeOf = ({ received, id }: KeptRequest): string => `${received.toISOString()}~${id}`;

async function countViews(db: RequestsDeskDeps["db"]): Promise<Readonly<Record<RequestView, number>>> {
  const { answered = 0, accepted = 0, declined = 0, referred = 0, withdrawn = 0 } = await countRequests(db);
  return { waiting: await countWaiting(db), answered, accepted, declined, referred, withdrawn };
}

/** All requests with what was said, as a table; who took it with them stands in the journal. */
async function exportTable({ db, now, frameOf, writeTable }: RequestsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { language } = await frameOf(c);
  const requests = await listRequests(db);
  const entries = await listEntries(
    db,
    requests.map(({ id }) => id),
    { notes: true },
  );
  const rows = requests.map((request) => rowOf(request, entries.get(request.id) ?? [], language));
  await db.transaction().execute((tx) => enter(tx, c.get("person"), { deed: "place-requests-exported", now: now() }));
  const { file, headers } = words[language].table;
  c.header("content-type", "text/csv; charset=utf-8");
  c.header("content-disposition", `attachment; filename="${file}"`);
  c.header("cache-control", "private, no-store");
  return c.body(writeTable(headers, rows));
}

function rowOf(
  { received, title, name, people, message, contact, state, changed }: KeptRequest,
  entries: readonly RequestEntry[],
  language: Language,
): readonly string[] {
  const word = words[language];
  const said = entries.map(({ act, text, referred, written }) =>
    [dateWords(written, language, "short"), word.acts[act], referred, text].filter(Boolean).join(" – "),
  );
  const address = contact.kind === "email" ? contact.address : `@${contact.address}`;
  return [
    ...[received.toISOString(), title, name, String(people), message, address],
    ...[word.states[state], changed.toISOString(), said.join("\n")],
  ];
}
