import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { HostDesk } from "./desk-section-page.tsx";
import { words } from "./desk-words.ts";
import { removeLogo } from "./logo-changes.ts";
import { LogoFields, readSentLogo, saveLogo } from "./logo-desk-parts.tsx";
import { words as logoWords } from "./logo-words.ts";

/** `/admin/host/logo`: what stands for the host, everywhere. */
export function logoDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/host/logo", (c) => show(deps, c, {}))
    .post("/admin/host/logo", (c) => send(deps, c));
}

async function show(deps: DeskDeps, c: Context<DeskEnv>, wrong: Wrong): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: "/admin/host/logo" };
  const word = words[frame.language];
  const page = (
    <HostDesk frame={frame} title={word.logo.title} lead={word.logo.lead}>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <form class="narrow" method="post" action="/admin/host/logo" enctype="multipart/form-data">
        <LogoFields frame={frame} wrong={wrong} />
        <p class="form-end gap-above">
          <button class="button button-main" type="submit" name="do" value="save">
            {word.save}
          </button>
          {frame.host?.logo && (
            <button class="button" type="submit" name="do" value="remove">
              {word.logo.remove}
            </button>
          )}
        </p>
      </form>
    </HostDesk>
  );
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function send(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  if (form["do"] === "remove") return remove(deps, c);
  const { language } = await deps.frameOf(c);
  const read = await readSentLogo(c, language);
  if (!read.done) return show(deps, c, read.reason);
  const logo = read.value;
  if (logo === null) return show(deps, c, { logo: logoWords[language].refusals["logo-missing"] });
  await deps.db.transaction().execute((tx) => saveLogo(tx, c, logo, deps.now()));
  return c.redirect("/admin/host?done=logo", 303);
}

async function remove(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const now = deps.now();
  const removed = await deps.db.transaction().execute(async (tx) => {
    const gone = await removeLogo(tx, now);
    if (gone) await enter(tx, c.get("person"), { deed: "host-changed", subject: "logo", now });
    return gone;
  });
  return c.redirect(`/admin/host?done=${removed ? "logo" : "nothing"}`, 303);
}
