import { type Context, Hono } from "hono";
import { z } from "zod";
import { mayAct } from "./associations.ts";
import { type AssociationDeps, frameOf, type MemberEnv, mailsOf, showOwn } from "./member-parts.tsx";
import { NewsPage } from "./news-page.tsx";
import { feedKey, findReadingSettings, keepRhythm, letterRhythms, noteRead, renewFeed } from "./reading.ts";

const path = "/association/news";
const pageSize = 20;

/** `/association/news`: what those whom an association follows said. */
export function newsRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>()
    .get(path, (c) => show(deps, c))
    .get(`${path}/letters`, (c) => c.redirect(path, 303)) // a form's address, reloaded
    .get(`${path}/feed`, (c) => c.redirect(path, 303))
    .post(`${path}/letters`, async (c) => {
      const form = await c.req.parseBody();
      const { data } = z.enum(letterRhythms).safeParse(form["letters"]);
      if (data !== undefined) await keepRhythm(deps.db, c.get("acting").member.id, data);
      return c.redirect(`${path}?done=letters`, 303);
    })
    .post(`${path}/feed`, async (c) => {
      await deps.db.transaction().execute((tx) => renewFeed(tx, c.get("acting").association.id));
      return c.redirect(`${path}?done=feed`, 303);
    });
}

const Before = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable()
  .catch(null);

async function show(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const { db, following, secret } = deps;
  const acting = c.get("acting");
  const { id } = acting.association;
  const before = Before.parse(c.req.query("before"));
  const found = await following.listReadings(db, id, { before, limit: pageSize + 1 });
  const readings = found.slice(0, pageSize);
  const last = found.length > pageSize ? readings.at(-1) : undefined;
  const settings = await findReadingSettings(db, acting.member.id);
  if (before === null) await noteRead(db, acting.member.id, deps.now());
  const key = mayAct(acting.association) ? await feedKey(db, secret, id) : null;
  const done = c.req.query("done");
  const props = {
    ...{ acting, readings, settings, mails: mailsOf(deps), later: before !== null },
    frame: await frameOf(deps, c, path),
    older: last ? `${path}?before=${encodeURIComponent(last.published.toISOString())}` : null,
    follows: (await following.listFollowed(db, id)).length > 0,
    feed: key && `${path}/${id}/${key}/feed.atom`,
    done: done === "letters" || done === "feed" ? (done as "letters" | "feed") : null,
  };
  return showOwn(deps, c, <NewsPage {...props} />);
}
