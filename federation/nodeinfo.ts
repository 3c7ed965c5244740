import type { NodeInfo } from "@fedify/fedify";
import { sql } from "kysely";
import { findHost } from "../src/hosts/queries.ts";
import { actorIri } from "./addresses.ts";
import type { Reach } from "./reach.ts";

const schema = "http://nodeinfo.diaspora.software/ns/schema/2.1";

/** Where the site says what it is, and which actor stands for it (FEP-2677). */
export function nodeInfoLinks(origin: string): Response {
  const links = [
    { rel: schema, href: `${origin}/nodeinfo/2.1` },
    { rel: "https://www.w3.org/ns/activitystreams#Application", href: actorIri(origin, { id: "", kind: "instance" }) },
  ];
  const headers = { "content-type": "application/jrd+json", "access-control-allow-origin": "*" };
  return new Response(JSON.stringify({ links }), { headers });
}

/** What the site is (FEP-0151). Counts are true, or not given: how many sign in is nobody's business. */
export async function nodeInfo({ db, origin }: Reach, version: string): Promise<NodeInfo> {
  const host = await findHost(db);
  const { count } = await db
    .selectFrom("notes")
    .select(sql<number>`count(*)`.as("count"))
    .where("deleted", "is", null)
    .executeTakeFirstOrThrow();
  const metadata = host && {
    nodeName: host.profile.name,
    nodeDescription: host.profile.tagline ?? host.profile.summary.slice(0, 500),
    staffAccounts: [actorIri(origin, { id: host.id, kind: "host" })],
  };
  return {
    software: { name: "essaim", version },
    protocols: ["activitypub"],
    openRegistrations: false,
    usage: { users: {}, localPosts: count, localComments: 0 },
    ...(metadata && { metadata }),
  };
}
