import { type Context, Hono } from "hono";
import { z } from "zod";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { TokenPage, type TokenPageProps } from "./desk-token-page.tsx";
import { words } from "./desk-token-words.ts";
import { enter } from "./journal.ts";
import { needsRole } from "./sign-in-routes.tsx";
import { createToken, deleteToken, listTokens, tokenScopes } from "./tokens.ts";

const Wanted = z.object({
  label: z.string().trim().min(1).max(200),
  scope: z.enum(tokenScopes),
});

/** `/admin/server/tokens`: the keys to the API. */
export function tokenDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .use("/admin/server/tokens/*", needsRole("administrator"))
    .get("/admin/server/tokens", (c) => show(deps, c, { ended: c.req.query("done") === "ended" }))
    .post("/admin/server/tokens", (c) => create(deps, c))
    .post("/admin/server/tokens/:id/end", (c) => end(deps, c));
}

async function show(deps: DeskDeps, c: Context<DeskEnv>, props: Partial<TokenPageProps>, status: 200 | 422 = 200) {
  const [frame, tokens] = await Promise.all([deps.frameOf(c), listTokens(deps.db)]);
  const nothing = { typed: {}, wrong: {}, made: null, ended: false };
  return showDeskPage(c, <TokenPage {...{ frame, tokens, ...nothing, ...props }} />, status);
}

// The key is in the answer itself, never in an address: sent twice, there are two, and each can be taken back.
async function create(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const typed = { label: String(form["label"] ?? ""), scope: String(form["scope"] ?? "") };
  const wanted = Wanted.safeParse(typed);
  if (!wanted.success)
    return show(deps, c, { typed, wrong: wrongOf(wanted.error, (await deps.frameOf(c)).language) }, 422);
  const [person, now] = [c.get("person"), deps.now()];
  const { token } = await deps.db.transaction().execute(async (tx) => {
    await enter(tx, person, { deed: "token-created", subject: wanted.data.label, now });
    return createToken(tx, deps.secret, { ...wanted.data, now });
  });
  return show(deps, c, { made: token });
}

function wrongOf({ issues }: z.ZodError, language: keyof typeof words): Wrong {
  const word = words[language];
  const sentences: Wrong = { label: word.labelMissing, scope: word.scopeMissing };
  return Object.fromEntries(issues.map(({ path: [field] }) => [String(field), sentences[String(field)] ?? ""]));
}

async function end(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const known = (await listTokens(deps.db)).find((token) => token.id === id);
  if (known) {
    await deps.db.transaction().execute(async (tx) => {
      await deleteToken(tx, known.id);
      await enter(tx, c.get("person"), { deed: "token-ended", subject: known.label, now: deps.now() });
    });
  }
  return c.redirect("/admin/server/tokens?done=ended", 303);
}
