import { sql } from "kysely";
import { availabilityName, findHandle } from "../../../src/hosts/handles.ts";
import type { Crowd } from "../crowd.ts";
import { costOf, type Figure, median, shown } from "../figures.ts";
import type { RsaRates } from "../machine.ts";
import type { Subject } from "../subject.ts";

/** How long after the host's word the last follower's server has heard that an offer is open, or is so no longer. */
export async function measureFanOut(
  subject: Subject,
  crowd: Crowd,
  { servers, most, rsa }: { readonly servers: number; readonly most: number; readonly rsa: RsaRates },
): Promise<readonly Figure[]> {
  await follow(subject, crowd, servers);
  await change(subject, crowd, servers, "closed");
  const runs = [];
  for (const state of ["open", "closed", "open"]) runs.push(await change(subject, crowd, servers, state));
  const last = median(runs.map(({ lastMs }) => lastMs));
  const rate = (servers * 1_000) / last;
  const share = (rate / rsa.signs) * 100;
  const cost = median(runs.map(({ app }) => app));
  return [
    {
      ...{ name: `one change to ${servers} servers, last delivery`, value: last / 1_000, unit: "s" },
      ...{ aim: { most }, peer: servers === 200 ? "0.38 s (Go)" : null },
      bound: `one core signs ${rsa.signs}/s, so ${shown(servers / rsa.signs)} s`,
    },
    {
      ...{ name: "  share of one core's RSA rate", value: share, unit: "%", aim: { least: 80 }, peer: null },
      bound: `${shown(cost)} ms Essaim each; first delivery after ${shown(median(runs.map(({ firstMs }) => firstMs)))} ms`,
    },
  ];
}

async function change(subject: Subject, crowd: Crowd, servers: number, state: string) {
  const heard = new Set<number>();
  const came = new Set<string>();
  let deliveries = 0;
  let firstMs = 0;
  let lastMs = 0;
  const { promise: all, resolve, reject } = Promise.withResolvers<void>();
  const started = performance.now();
  crowd.onDelivery((index, body) => {
    deliveries += 1;
    const { id, type } = JSON.parse(body) as { id: string; type: string };
    if (came.has(`${index} ${id}`)) reject(new Error(`${id} came twice to the same server`));
    came.add(`${index} ${id}`);
    if (type !== "Create") return;
    if (heard.size === 0) firstMs = performance.now() - started;
    heard.add(index);
    if (heard.size < servers) return;
    lastMs = performance.now() - started;
    resolve();
  });
  const cost = await costOf(subject, async () => {
    await say(subject, state);
    await all;
    await quiet(subject);
  });
  return { firstMs, lastMs, app: cost.app / deliveries };
}

async function say({ origin, token }: Subject, state: string): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/offers/fichiers/availability`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ state }),
  });
  if (!answer.ok) throw new Error(`the availability was answered with ${answer.status}: ${await answer.text()}`);
}

/** Waits until all that was to be sent has been. */
async function quiet({ db }: Subject): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ jobs: number }>`
      select count(*) as jobs from graphile_worker.jobs where run_at <= now()`.execute(db);
    if (rows[0]?.jobs === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** They follow the availability, each from a server of its own. */
async function follow({ db }: Subject, crowd: Crowd, servers: number): Promise<void> {
  const availability = await findHandle(db, availabilityName);
  if (availability === null) throw new Error("there is no availability to follow");
  await db.deleteFrom("followers").where("actor", "=", availability.id).execute();
  const followers = Array.from({ length: servers }, (_, index) => crowd.actor(index));
  for (const id of followers) {
    const inbox = `${id}/inbox`;
    await db
      .insertInto("remoteActors")
      .values({ id, type: "Person", inbox })
      .onConflict((known) => known.doNothing())
      .execute();
    await db
      .insertInto("followers")
      .values({ actor: availability.id, follower: id, follow: `${id}/follow`, inbox, accepted: true })
      .execute();
  }
}
