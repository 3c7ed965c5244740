import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { findHost } from "../hosts/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { addPick, movePick, removePick } from "./changes.ts";
import { EmbedPage } from "./desk-embed-page.tsx";
import { highlightDesk } from "./desk-highlight-routes.tsx";
import { portalPath } from "./desk-parts.tsx";
import { PortalPage } from "./desk-portal-page.tsx";
import { sectionDesk } from "./desk-section-routes.tsx";
import { fill, listEntries, nameOf, present } from "./entries.ts";
import { RefForm } from "./form.ts";
import { listHighlights } from "./highlights.ts";
import type { Ref, Section } from "./portal.ts";
import { findSection, listSections, listShownSections } from "./queries.ts";

/** `/admin/portal`: what this instance puts first of what all hosts offer. */
export function portalDesk(deps: DeskDeps): Hono<DeskEnv> {
  const picks = `${portalPath}/sections/:id{[0-9a-f]{8}-[0-9a-f-]{27}}/picks`;
  return new Hono<DeskEnv>()
    .get(portalPath, (c) => show(deps, c))
    .get(`${portalPath}/embed`, (c) => embed(deps, c))
    .post(picks, (c) => alter(deps, c, "added", add))
    .post(`${picks}/removal`, (c) =>
      alter(deps, c, "taken", (tx, section, { actor }, now) => removePick(tx, section.id, actor, now)),
    )
    .post(`${picks}/position`, (c) =>
      alter(deps, c, "moved", (tx, section, { actor, way }, now) =>
        movePick(tx, section.id, actor, { by: way === "up" ? -1 : 1, now }),
      ),
    )
    .route("/", sectionDesk(deps))
    .route("/", highlightDesk(deps));
}

async function show(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { db } = deps;
  const now = deps.now();
  const [frame, highlights, sections] = [await deps.frameOf(c), await listHighlights(db), await listSections(db)];
  const filled = await Promise.all(sections.map((section) => fill(db, section, 1, now)));
  const { absent } = await present(db, highlights, now);
  return showDeskPage(c, <PortalPage {...{ frame, filled, highlights, absent, done: c.req.query("done") }} />);
}

/** How to show a section on another site: the one that is asked for, or the first. */
async function embed(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { db, origin } = deps;
  const [frame, sections, host] = [await deps.frameOf(c), await listShownSections(db), await findHost(db)];
  const section = sections.find(({ slug }) => slug === c.req.query("section")) ?? sections[0] ?? null;
  const filled = section && (await fill(db, section, 6, deps.now()));
  const name = host?.profile.name ?? "";
  return showDeskPage(c, <EmbedPage {...{ frame, sections, filled, name, origin, now: deps.now() }} />);
}

type Altering = (tx: Transaction, section: Section, ref: Ref & { readonly way: string }, now: Date) => Promise<void>;

/** What a button beside a pick asks for. */
async function alter(deps: DeskDeps, c: Context<DeskEnv>, done: string, by: Altering): Promise<Response> {
  const form = await c.req.parseBody();
  const ref = RefForm.safeParse(form);
  const section = await findSection(deps.db, c.req.param("id") ?? "");
  if (section === null || !ref.success) throw new NotFound("no such pick");
  const way = form["way"] === "up" ? "up" : "down";
  const now = deps.now();
  await deps.db.transaction().execute(async (tx) => {
    await by(tx, section, { ...ref.data, way }, now);
    await enter(tx, c.get("person"), { deed: "section-changed", subject: section.content.title, now });
  });
  return c.redirect(`${portalPath}/sections/${section.id}?done=${done}#picks`, 303);
}

const add: Altering = async (tx, section, { kind, actor }, now) => {
  const entry = (await listEntries(tx, [{ kind, actor }])).get(actor);
  if (entry === undefined) throw new NotFound("the catalogue has nothing of this address");
  await addPick(tx, section.id, { kind, actor, name: nameOf(entry) }, now);
};
