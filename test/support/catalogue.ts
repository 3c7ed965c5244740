import { generateKeyPairSync } from "node:crypto";
import { sql } from "kysely";
import { openAsker } from "../../federation/swarm/asking.ts";
import type { Walk } from "../../federation/swarm/walk.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { openOutbound } from "../../src/foundation/outbound.ts";
import { done } from "../../src/foundation/outcome.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { TestSite } from "./site.ts";

/** A site offers one thing more. */
export async function publishOne(site: Pick<TestSite, "api">, slug: string): Promise<void> {
  const said = { slug, title: `Offre ${slug}`, summary: "À essayer", needs: ["email"] };
  const made = await site.api("POST", "/offers", said);
  if (made.status !== 201) throw new Error(await made.text());
  const published = await site.api("POST", `/offers/${slug}/publication`);
  if (!published.ok) throw new Error(await published.text());
}

/** What waits a minute, to be told with what else may change, is told at once. */
export async function tellNow({ db }: Pick<TestSite, "db">, name: string): Promise<void> {
  const events = await db
    .selectFrom("events")
    .select("id")
    .where("name", "=", name)
    .where("told", "is", null)
    .execute();
  for (const { id } of events) await addJob(db, "tell", { event: id });
}

/** How visits are made from a database, by hand and with hardly a pause. */
export function walkFrom({ db, origin }: Pick<TestSite, "db" | "origin">): Walk {
  const outbound = openOutbound({ ranges: ["127.0.0.0/8"], origin });
  const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signer = async () => ({ keyId: `${origin}/ap/instance#main-key`, key });
  return {
    ...{ db, origin, asker: openAsker({ outbound, signer }, 0.01) },
    now: () => new Date(),
    findInstance: async (typed) => done({ actor: `${typed}/ap/instance`, origin: typed, name: "" }),
  };
}

/** What is kept of an instance, as its database has it. */
export const instanceAt = ({ db }: Pick<TestSite, "db">, origin: string) =>
  db.selectFrom("instances").selectAll().where("origin", "=", origin).executeTakeFirst();

/** An origin that was named, and not visited yet. */
export async function nameCandidate({ db }: Pick<TestSite, "db">, origin: string): Promise<void> {
  await db.insertInto("instances").values({ origin, source: "named", hops: 1 }).execute();
}

/** A site offers so many things more, as an import would have it. */
export async function fillWithOffers({ db }: Pick<TestSite, "db">, count: number): Promise<void> {
  const content = JSON.stringify(StoredOffer.parse({ title: "Courriel", summary: "À essayer", needs: ["email"] }));
  await sql`
    with made as (select gen_random_uuid() as id, n from generate_series(1, ${count}) as n),
      named as (insert into handles (id, name, kind) select id, 'offre_' || n, 'offer' from made)
    insert into offers (id, slug, content, state, position, version, published)
    select id, 'offre-' || n, ${content}, 'published', n, 1, now() from made`.execute(db);
}
