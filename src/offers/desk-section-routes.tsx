import { Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type Calculation, calculate } from "./calculate.ts";
import { type Difference, differencesOf } from "./desk-differences.ts";
import type { Entries, Problem } from "./desk-form.ts";
import { OverviewPage } from "./desk-overview-page.tsx";
import { deskOffer, sectionAfter } from "./desk-parts.tsx";
import {
  act,
  type DeskContext,
  needWorking,
  type OffersDeskDeps,
  orConflict,
  readEntries,
} from "./desk-requests-parts.tsx";
import { LiveCalculator, SectionPage } from "./desk-section-page.tsx";
import { isSection, readSection, type Section, traceOf, writeSection } from "./desk-sections.ts";
import { lockWorkingOffer, saveOffer, type WorkingOffer } from "./drafts.ts";
import type { OfferContent } from "./offer.ts";
import { listOffers } from "./queries.ts";

/** `/admin/offers/SLUG` and its sections: read, written, saved at each step. */
export function sectionRoutes(deps: OffersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/offers/:slug", async (c) => {
      const [frame, working] = [await deps.frameOf(c), await needWorking(deps, c)];
      const state = (await deps.roomIn(frame.language))(working.offer);
      const jointPath = await deps.jointPath(working.offer.id);
      const done = c.req.query("done") ?? null;
      return showDeskPage(c, <OverviewPage {...{ frame, working, state, jointPath, done }} />);
    })
    .post("/admin/offers/:slug/price/calculator", (c) => compute(deps, c))
    .get("/admin/offers/:slug/:section", (c) => open(deps, c))
    .post("/admin/offers/:slug/:section", (c) => save(deps, c));
}

async function open(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const [section, working] = [sectionIn(c), await needWorking(deps, c)];
  const { language } = await deps.frameOf(c);
  const entries = writeSection(working.content, section, language);
  const version = traceOf(working.content, [section]);
  return show(deps, c, { working, section, entries, version, edited: working.content });
}

interface Shown {
  readonly working: WorkingOffer;
  readonly section: Section;
  readonly entries: Entries;
  readonly version: string;
  readonly edited: OfferContent;
  readonly problems?: ReadonlyMap<string, Problem>;
  readonly conflicts?: readonly Difference[];
}

async function show(
  deps: OffersDeskDeps,
  c: DeskContext,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { working, section, entries, version, edited, problems = new Map(), conflicts = [] } = shown;
  const frame = await deps.frameOf(c);
  const { language } = frame;
  const others = (await listOffers(deps.db)).filter(({ id }) => id !== working.offer.id);
  const added = c.req.query("add") ?? entries["add"]?.[0] ?? null;
  const page = (
    <SectionPage
      {...{ frame, working, section, version, edited, conflicts }}
      form={{ entries, problems, language, added }}
      others={others.map(({ slug, content }) => ({ value: slug, label: content.title }))}
      calculation={section === "price" ? calculationOf(edited, entries) : null}
      done={c.req.query("done") ?? null}
    />
  );
  return showDeskPage(c, page, status);
}

/** What somebody asks of the calculator beside the price that they write. */
function calculationOf(content: OfferContent, entries: Entries): Calculation | null {
  const asked = Object.entries(entries).filter(
    ([name]) => name === "tier" || name === "member" || name.startsWith("quantity."),
  );
  const still = asked.filter(([name, [value = ""]]) => name !== "tier" || content.tiers.some(({ id }) => id === value));
  return calculate(content, new URLSearchParams(still.map(([name, [value = ""]]) => [name, value])), { editing: true });
}

/** The calculator alone, for the script that asks at each change. */
async function compute(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const [{ language }, { content, offer }, sent] = [
    await deps.frameOf(c),
    await needWorking(deps, c),
    await readEntries(c),
  ];
  const edited = readSection(sent, "price", content, language).content;
  const calculation = calculationOf(edited, sent);
  return showDeskPage(c, <LiveCalculator {...{ content: edited, calculation, slug: offer.slug, language }} />);
}

type Saved =
  | { readonly kind: "saved"; readonly changed: boolean }
  | { readonly kind: "again"; readonly shown: Shown; readonly status: 200 | 409 | 422 };

async function save(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const [section, sent] = [sectionIn(c), await readEntries(c)];
  const { language } = await deps.frameOf(c);
  const slug = c.req.param("slug") ?? "";
  const saved = await act(deps, c, async (tx, { now, who, person }): Promise<Saved> => {
    const working = await lockWorkingOffer(tx, slug);
    const again = refusalOf(working, section, sent, language);
    if (again !== null) return again;
    const { content } = readSection(sent, section, working.content, language);
    const kept = orConflict(await saveOffer(tx, slug, content, { now, who }));
    const changed = traceOf(working.content, [section]) !== traceOf(kept.content, [section]);
    if (changed) await enter(tx, person, { deed: "offer-saved", subject: content.title, now });
    return { kind: "saved", changed };
  });
  if (saved.kind === "again") return show(deps, c, saved.shown, saved.status);
  return c.redirect(wayOn(slug, section, sent, saved.changed), 303);
}

/** Why a form comes back: somebody else was quicker, something cannot be read, or a price was only to be worked out. */
function refusalOf(working: WorkingOffer, section: Section, sent: Entries, language: Language): Saved | null {
  const { content, problems } = readSection(sent, section, working.content, language);
  const version = sent["version"]?.[0] ?? "";
  const shown = { working, section, entries: sent, version, edited: content, problems };
  if (sent["do"]?.[0] === "compute") return { kind: "again", shown, status: problems.size > 0 ? 422 : 200 };
  if (working.offer.state === "withdrawn") return { kind: "again", shown, status: 409 };
  const now = traceOf(working.content, [section]);
  const conflicts = version === now ? [] : differencesOf(working.content, content, language, [section]);
  if (conflicts.length > 0) return { kind: "again", shown: { ...shown, version: now, conflicts }, status: 409 };
  return problems.size > 0 ? { kind: "again", shown, status: 422 } : null;
}

function wayOn(slug: string, section: Section, sent: Entries, changed: boolean): string {
  const said = changed ? "?done=saved" : "";
  const added = sent["add"]?.[0];
  if (added !== undefined)
    return `${deskOffer(slug, section)}?add=${encodeURIComponent(added)}#${encodeURIComponent(added)}`;
  if (sent["do"]?.[0] !== "next") return `${deskOffer(slug, section)}${changed ? said : "?done=nothing"}`;
  const next = sectionAfter(section);
  return next === null ? deskOffer(slug, "preview") : `${deskOffer(slug, next)}${said}`;
}

function sectionIn(c: DeskContext): Section {
  const name = c.req.param("section") ?? "";
  if (!isSection(name)) throw new NotFound(`an offer has no section ${name}`);
  return name;
}
