import { type Context, Hono } from "hono";
import { raw } from "hono/html";
import { findMemberById } from "../accounts/members.ts";
import { NotFound } from "../foundation/errors.ts";
import { writeFeed } from "../web/feed.ts";
import { type AssociationDeps, frameOf, type MemberEnv, showOwn } from "./member-parts.tsx";
import { EndPage } from "./news-page.tsx";
import { words } from "./news-words.ts";
import { findAssociation } from "./queries.ts";
import { endKey, feedKey, keepRhythm, sameKey } from "./reading.ts";

const uuid = "{[0-9a-f-]{36}}";
const inFeed = 30;

/** What opens without signing in, by a secret in its address: the feed of the news, and the end of letters. */
export function openNewsRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  const end = `/association/news/letters/:account${uuid}/:key/end`;
  return (
    new Hono<MemberEnv>()
      .get(`/association/news/:id${uuid}/:key/feed.atom`, (c) => feed(deps, c))
      .get(end, async (c) => showEnd(deps, c, false))
      // Also what mail programs send by themselves, on a click of theirs (RFC 8058).
      .post(end, async (c) => {
        const account = needAccount(deps, c);
        if ((await findMemberById(deps.db, account)) !== null) await keepRhythm(deps.db, account, "never");
        return showEnd(deps, c, true);
      })
  );
}

function needAccount({ secret }: AssociationDeps, c: Context): string {
  const { account = "", key = "" } = c.req.param();
  if (!sameKey(endKey(secret, account), key)) throw new NotFound();
  return account;
}

async function showEnd(deps: AssociationDeps, c: Context, ended: boolean): Promise<Response> {
  needAccount(deps, c);
  c.header("referrer-policy", "no-referrer");
  return showOwn(deps, c, <EndPage frame={await frameOf(deps, c, c.req.path)} ended={ended} />);
}

async function feed(deps: AssociationDeps, c: Context): Promise<Response> {
  const { db, secret, origin, following } = deps;
  const { id = "", key = "" } = c.req.param();
  if (!sameKey(await feedKey(db, secret, id), key)) throw new NotFound();
  const association = await findAssociation(db, id);
  if (association === null) throw new NotFound();
  const readings = await following.listReadings(db, id, { limit: inFeed });
  const self = `${origin}${c.req.path}`;
  const body = writeFeed({
    ...{ id: self, self, first: self, previous: null, next: null, language: association.language },
    title: `${words[association.language].title} · ${association.name}`,
    author: { name: association.name, page: origin },
    page: `${origin}/association/news`,
    icon: `${origin}/assets/img/favicon.svg`,
    updated: readings[0]?.published ?? association.created,
    entries: readings.map(({ id: entry, author, url, content, published }) => ({
      ...{ id: entry, title: author, page: url, published, updated: published, content: <>{raw(content)}</> },
    })),
  });
  c.header("cache-control", "private, max-age=300");
  return c.body(body, 200, { "content-type": "application/atom+xml; charset=utf-8" });
}
