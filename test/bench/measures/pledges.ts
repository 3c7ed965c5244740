import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { costOf, shown } from "../figures.ts";
import { quantile, requestBytes, type Shot, shoot } from "../http-load.ts";
import type { Study, StudyWishes } from "../studies.ts";
import { openSubject, type Subject } from "../subject.ts";
import { rowsAsTable } from "../table.ts";

const connections = 32;
/** A token opens 3,000 calls in five minutes. */
const callsOfToken = 2_500;
const aim = 300;

interface Run {
  readonly what: string;
  readonly accepted: number;
  /** A second. */
  readonly rate: number;
  /** Milliseconds that half, and all but one in a hundred, waited at most. */
  readonly half: number;
  readonly most: number;
  readonly exact: boolean;
  /** Seconds after the last answer until all was told but what waits for its minute. */
  readonly told: number;
  /** Milliseconds of processor time for each, until the last was answered; what is told meanwhile included. */
  readonly app: number;
  readonly database: number;
}

/** How many pledges a second one hot request takes by the JSON API, each durable before its answer, and whether the total is exact. */
export async function studyPledges({ quick, note }: StudyWishes): Promise<Study> {
  const count = quick ? 1_000 : 5_000;
  await using subject = await openSubject();
  const tokens = await makeTokens(subject, 1 + Math.ceil((count * 4) / callsOfToken));
  const runs: Run[] = [];
  for (const [what, terms] of [
    ["warm-up", {}],
    ["any amount", {}],
    ["under conditions", {}],
    ["under a cap", { cap: "900000.00" }],
  ] as const) {
    const run = await hit(subject, tokens, { what, terms, count: what === "warm-up" ? 200 : count });
    if (what !== "warm-up") runs.push(run);
    note(`${what}: ${shown(run.rate)}/s`);
  }
  const head = [
    "one hot request",
    "pledges",
    "accepted a second",
    "half within",
    "99 % within",
    "exact",
    "told after",
    "processor time each",
  ];
  const rows = runs.map(({ what, accepted, rate, half, most, exact, told, app, database }) => [
    ...[what, String(accepted), shown(rate), `${shown(half)} ms`, `${shown(most)} ms`, exact ? "yes" : "NO"],
    ...[`${shown(told)} s`, `${shown(app)} + ${shown(database)} ms`],
  ]);
  const holds = runs.every(({ exact }) => exact) && (runs[0]?.rate ?? 0) >= aim;
  return { text: `Pledges by the JSON API\n\n${rowsAsTable([head, ...rows])}`, figures: { aim, runs }, holds };
}

interface Hot {
  readonly what: string;
  readonly terms: object;
  readonly count: number;
}

async function hit(subject: Subject, tokens: readonly string[], { what, terms, count }: Hot): Promise<Run> {
  const id = await openRequest(subject, terms);
  const amounts = Array.from({ length: count }, (_, at) => 101 + (at % 9_000));
  const requests = amounts.map((cents, at) => {
    const condition = what === "under conditions" && at % 10 === 0 ? { condition: { total: "100.00" } } : {};
    const body = JSON.stringify({ amount: decimal(cents), ...condition });
    const headers = { authorization: `Bearer ${tokens[at % tokens.length]}`, "content-type": "application/json" };
    return requestBytes("POST", `${subject.origin}/api/v1/funding-requests/${id}/pledges`, headers, body);
  });
  const port = Number(new URL(subject.origin).port);
  let shots: readonly Shot[] = [];
  const cost = await costOf(subject, async () => {
    shots = await shoot({ host: "127.0.0.1", port }, connections, () => requests.pop() ?? null);
  });
  const refused = shots.find(({ status }) => status !== 201);
  if (refused) throw new Error(`a pledge was answered with ${refused.status}`);
  const told = await untilTold(subject);
  const { total, pledges } = await call(subject, "GET", `/funding-requests/${id}`);
  const expected = decimal(amounts.reduce((sum, cents) => sum + cents, 0));
  const exact = total === expected && pledges === count;
  return {
    ...{ what, accepted: count, rate: count / cost.seconds, half: quantile(shots, 0.5), most: quantile(shots, 0.99) },
    ...{ exact, told, app: cost.app / count, database: cost.database / count },
  };
}

const decimal = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

async function untilTold({ db }: Subject): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { rows } = await sql<{
      left: number;
    }>`select count(*) as left from events where told is null and bundle is null`.execute(db);
    if (rows[0]?.left === 0) return (performance.now() - started) / 1_000;
    await pause(50);
  }
}

async function openRequest(subject: Subject, terms: object): Promise<string> {
  const deadline = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const goal = { mode: "all-or-nothing", minimum: "900000.00" };
  const asked = { title: "Un fonds", kind: "donation", description: "Pour tout le monde.", goal, deadline, ...terms };
  const { id } = await call(subject, "POST", "/funding-requests", asked);
  await call(subject, "POST", `/funding-requests/${id}/opening`);
  return String(id);
}

async function makeTokens(subject: Subject, count: number): Promise<readonly string[]> {
  const made: string[] = [];
  for (let at = 0; at < count; at += 1)
    made.push(String((await call(subject, "POST", "/tokens", { label: `crowd ${at}`, scope: "admin" }))["token"]));
  return made;
}

async function call({ origin, token }: Subject, method: string, path: string, body?: object) {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
