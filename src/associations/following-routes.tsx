import { type Context, Hono } from "hono";
import { openLimit, quotas } from "../web/limits.ts";
import { mayAct } from "./associations.ts";
import { type FindRefusal, mostFollowed } from "./following.ts";
import { FollowingPage, type FollowingPageProps } from "./following-page.tsx";
import { words } from "./following-words.ts";
import { giveHandle } from "./handle-changes.ts";
import { type AssociationDeps, frameOf, type MemberEnv, readFields, showOwn } from "./member-parts.tsx";

const path = "/association/following";

/** `/association/following`, `/association/follow`, `/association/unfollow`: in one click, on whatever server they are. */
export function followingRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  const limit = openLimit(quotas.following);
  return new Hono<MemberEnv>()
    .get(path, (c) => show(deps, c))
    .get("/association/follow", (c) => c.redirect(path, 303)) // a form's address, reloaded
    .get("/association/unfollow", (c) => c.redirect(path, 303))
    .post("/association/follow", async (c) => {
      const { exceeded, reset } = await limit.count(c.get("acting").association.id);
      if (!exceeded) return follow(deps, c);
      c.header("retry-after", String(reset));
      return refuse(deps, c, (await readFields(c))("account", 500), "unreachable", 429);
    })
    .post("/association/unfollow", async (c) => {
      const actor = (await readFields(c))("actor", 2_048);
      const { id } = c.get("acting").association;
      await deps.db.transaction().execute((tx) => deps.following.unfollow(tx, id, actor));
      return c.redirect(`${path}?done=stopped`, 303);
    });
}

async function follow(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const typed = (await readFields(c))("account", 500);
  const { association } = c.get("acting");
  if (!mayAct(association)) return show(deps, c, {}, 422);
  const found = await deps.following.find(typed, association.id);
  if (!found.done) return refuse(deps, c, typed, found.reason, 422);
  const followed = await deps.following.listFollowed(deps.db, association.id);
  if (followed.length >= mostFollowed) {
    const { language } = await frameOf(deps, c);
    return show(deps, c, { typed, wrong: words[language].tooMany }, 422);
  }
  await deps.db.transaction().execute(async (tx) => {
    await giveHandle(tx, association, deps.now());
    await deps.following.follow(tx, association.id, found.value);
  });
  return c.redirect(`${path}?done=${found.value.inbox === null ? "followed" : "asked"}`, 303);
}

async function refuse(
  deps: AssociationDeps,
  c: Context<MemberEnv>,
  typed: string,
  reason: FindRefusal,
  status: 422 | 429,
): Promise<Response> {
  const { language } = await frameOf(deps, c);
  return show(deps, c, { typed, wrong: words[language].refusals[reason] }, status);
}

async function show(
  deps: AssociationDeps,
  c: Context<MemberEnv>,
  more: Partial<FollowingPageProps> = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const acting = c.get("acting");
  const asked = c.req.query("done");
  const props: FollowingPageProps = {
    ...{ acting, frame: await frameOf(deps, c, path), typed: "", wrong: null },
    followed: await deps.following.listFollowed(deps.db, acting.association.id),
    done: asked === "followed" || asked === "asked" || asked === "stopped" ? asked : null,
    ...more,
  };
  return showOwn(deps, c, <FollowingPage {...props} />, status);
}
