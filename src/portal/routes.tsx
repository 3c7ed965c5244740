import { readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import { type Language, languages } from "../foundation/language.ts";
import { projectPath } from "../foundation/project-path.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { findHost } from "../hosts/queries.ts";
import { showIfChanged } from "../web/conditional.ts";
import { showPage } from "../web/respond.ts";
import { Embedded } from "./embed-parts.tsx";
import { type Filled, fill, recommend } from "./entries.ts";
import { listHighlights } from "./highlights.ts";
import { Curated } from "./home-parts.tsx";
import { findShownSection, listShownSections } from "./queries.ts";
import { writeSectionFeed } from "./section-feed.tsx";
import { SectionPage, SectionsPage } from "./section-page.tsx";

/** `/sections`, `/sections/SLUG`, and the same for other sites: `/embed/SLUG.html`, `/embed/SLUG.atom`, `/embed/list.css`. */
export function portalRoutes(deps: PageDeps): Hono {
  return new Hono()
    .get("/sections", (c) => sections(deps, c))
    .get("/sections/:slug{[a-z0-9-]+}", async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      const filled = await fill(deps.db, await need(deps, c.req.param("slug")), longest, deps.now());
      return showPage(c, deps.origin, <SectionPage {...{ frame, filled, now: deps.now() }} />);
    })
    .use("/embed/*", async (c, next) => {
      await next();
      openToAll(c);
    })
    .get("/embed/list.css", (c) => showIfChanged(c, sheet, "text/css; charset=utf-8"))
    .get("/embed/:file{[a-z0-9-]+\\.(html|atom)}", (c) => embed(deps, c));
}

/** What stands on the home of this instance; null where nothing is put together. */
export async function curatedFor({ db, now }: PageDeps, language: Language) {
  const [recommended, sections] = await Promise.all([
    recommend(db, await listHighlights(db), now()),
    fillAll(db, now(), onHome),
  ]);
  const some = recommended.length > 0 || sections.some(({ total }) => total > 0);
  return some ? <Curated {...{ recommended, sections, now: now(), language }} /> : null;
}

/** How many of a section its page shows, and the home. */
const longest = 100;
const onHome = 6;

const sheet = readFileSync(projectPath("src", "portal", "embed.css"), "utf8");

async function sections(deps: PageDeps, c: Context): Promise<Response> {
  const { frame, host } = await readFrame(deps, c.req.raw);
  if (host === null) throw new NotFound();
  const now = deps.now();
  const recommended = await recommend(deps.db, await listHighlights(deps.db), now);
  const filled = await fillAll(deps.db, now, onHome);
  const page = <SectionsPage {...{ frame, recommended, now, name: host.profile.name, sections: filled }} />;
  return showPage(c, deps.origin, page);
}

async function fillAll(db: PageDeps["db"], now: Date, room: number): Promise<readonly Filled[]> {
  return Promise.all((await listShownSections(db)).map((section) => fill(db, section, room, now)));
}

async function embed(deps: PageDeps, c: Context): Promise<Response> {
  const [slug = "", kind] = (c.req.param("file") ?? "").split(".");
  const [section, host] = [await need(deps, slug), await findHost(deps.db)];
  if (host === null) throw new NotFound();
  const [now, { origin }] = [deps.now(), deps];
  const language = languageOf(c, section.content.language);
  const filled = await fill(deps.db, section, roomOf(c), now);
  if (kind === "atom")
    return showIfChanged(
      c,
      writeSectionFeed({ filled, host, origin, now, language }),
      "application/atom+xml; charset=utf-8",
    );
  const list = <Embedded {...{ filled, name: host.profile.name, origin, now, language, level: levelOf(c) }} />;
  return showIfChanged(c, `${list}\n`, "text/html; charset=utf-8");
}

async function need({ db }: PageDeps, slug: string) {
  const section = await findShownSection(db, slug);
  if (section === null) throw new NotFound(`no section ${slug}`);
  return section;
}

/** As the address says, else that of the section: never by who asks, since the site that embeds it asks for its readers. */
function languageOf(c: Context, own: string): Language {
  const said = c.req.query("lang") ?? own;
  return languages.find((language) => language === said) ?? "fr";
}

function levelOf(c: Context): 2 | 3 | 4 {
  const said = c.req.query("heading");
  return said === "3" ? 3 : said === "4" ? 4 : 2;
}

function roomOf(c: Context): number {
  const said = c.req.query("limit") ?? "";
  return /^[1-9]\d?$/.test(said) ? Number(said) : longest;
}

/** Any site may fetch it, and keep it for five minutes. */
function openToAll(c: Context): void {
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  c.header("cache-control", "public, max-age=300");
  c.header("x-robots-tag", "noindex");
}
