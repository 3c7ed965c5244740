import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { actorIri, inboxIri } from "../../../federation/addresses.ts";
import { findHandle } from "../../../src/hosts/handles.ts";
import type { Crowd } from "../crowd.ts";
import { costOf, type Figure, median, shown } from "../figures.ts";
import { requestBytes, shoot } from "../http-load.ts";
import type { RsaRates } from "../machine.ts";
import type { Subject } from "../subject.ts";

const connections = 32;

interface Run {
  readonly accepted: number;
  readonly processed: number;
  readonly app: number;
  readonly database: number;
  readonly statements: number;
}

/** How fast signed posts that mention the host are taken in for good, and how fast they have taken effect. */
export async function measureInbox(
  subject: Subject,
  crowd: Crowd,
  { count, runs, rsa }: { readonly count: number; readonly runs: number; readonly rsa: RsaRates },
): Promise<readonly Figure[]> {
  await run(subject, crowd, 200);
  const all: Run[] = [];
  for (let index = 0; index < runs; index += 1) all.push(await run(subject, crowd, count));
  const middle = (pick: (one: Run) => number) => median(all.map(pick));
  const [app, database] = [middle((one) => one.app), middle((one) => one.database)];
  const cores = `both cores: ${shown(app)} ms Essaim, ${shown(database)} ms PostgreSQL, and the generator`;
  return [
    {
      ...{ name: "signed Create(Note), accepted", value: middle((one) => one.accepted), unit: "/s" },
      ...{ aim: { least: 1_000 }, peer: "907/s (C)", bound: cores },
    },
    {
      ...{ name: "signed Create(Note), processed", value: middle((one) => one.processed), unit: "/s" },
      ...{ aim: { least: 900 }, peer: "508/s (C)", bound: `one core verifies ${rsa.verifies} RSA signatures a second` },
    },
    {
      ...{ name: "  processor time each, database included", value: app + database, unit: "ms" },
      ...{ aim: { most: 1.7 }, peer: "1.8 ms (C)", bound: `${shown(middle((one) => one.statements))} statements each` },
    },
  ];
}

async function run(subject: Subject, crowd: Crowd, count: number): Promise<Run> {
  const host = await findHandle(subject.db, "un_hebergeur");
  const actor = actorIri(subject.origin, { id: host?.id ?? "", kind: "host" });
  const requests = Array.from({ length: count }, (_, index) => post(crowd, index % 20, actor));
  const before = await counts(subject);
  let acceptedIn = 0;
  const cost = await costOf(subject, async () => {
    const started = performance.now();
    const targets = subject.ports.map((port) => ({ host: "127.0.0.1", port }));
    const shots = await Promise.all(
      targets.map((target) => shoot(target, connections / targets.length, () => requests.pop() ?? null)),
    );
    acceptedIn = (performance.now() - started) / 1_000;
    const refused = shots.flat().find(({ status }) => status !== 202);
    if (refused) throw new Error(`an activity was answered with ${refused.status}`);
    while ((await counts(subject)).messages < before.messages + count) await pause(20);
  });
  const after = await counts(subject);
  return {
    accepted: count / acceptedIn,
    processed: count / cost.seconds,
    app: cost.app / count,
    database: cost.database / count,
    statements: (after.statements - before.statements) / count,
  };
}

/** What has taken effect so far; and the statements that were run, this one not counted. */
async function counts({ db }: Subject): Promise<{ readonly messages: number; readonly statements: number }> {
  const { rows } = await sql<{ messages: number; statements: number }>`
    select (select count(*) from messages) as messages,
      (select coalesce(sum(calls), 0)::bigint from pg_stat_statements where query not like '%pg_stat_statements%') as statements`.execute(
    db,
  );
  return rows[0] ?? { messages: 0, statements: 0 };
}

function post(crowd: Crowd, index: number, mentioned: string): Buffer {
  const actor = crowd.actor(index);
  const note = `${actor}/notes/${randomUUID()}`;
  const to = ["https://www.w3.org/ns/activitystreams#Public"];
  const body = JSON.stringify({
    "@context": "https://www.w3.org/ns/activitystreams",
    ...{ id: `${note}/activity`, type: "Create", actor, published: new Date().toISOString(), to, cc: [mentioned] },
    object: {
      ...{ id: note, type: "Note", attributedTo: actor, to, cc: [mentioned], published: new Date().toISOString() },
      content: `<p><a href="${mentioned}" class="u-url mention">@un_hebergeur</a> Bonjour, avez-vous encore de la place ?</p>`,
      contentMap: { fr: "<p>Bonjour, avez-vous encore de la place ?</p>" },
      tag: [{ type: "Mention", href: mentioned, name: "@un_hebergeur" }],
    },
  });
  const inbox = inboxIri(mentioned);
  return requestBytes("POST", inbox, crowd.sign(index, inbox, body), body);
}
