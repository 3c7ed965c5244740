import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Difference, Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { changeSection, createSection, moveSection, removeSection, type SaidSection } from "./changes.ts";
import { portalPath } from "./desk-parts.tsx";
import { DeskSectionPage, RemovalPage } from "./desk-section-page.tsx";
import { words } from "./desk-section-words.ts";
import { findToPick, present } from "./entries.ts";
import { SectionForm } from "./form.ts";
import type { Section } from "./portal.ts";
import { findSection, listPicks } from "./queries.ts";

type DeskContext = Context<DeskEnv>;

const uuid = "[0-9a-f]{8}-[0-9a-f-]{27}";
const one = `${portalPath}/sections/:id{${uuid}}`;

/** `/admin/portal/sections/…`: the text of each section, its place among the others, its end. */
export function sectionDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(`${portalPath}/sections/new`, async (c) => {
      const { language } = await deps.frameOf(c);
      const typed = { language, fill: "search", shown: "yes", query: queryIn(c) };
      return show(deps, c, { section: null, typed, version: 0 });
    })
    .post(`${portalPath}/sections`, (c) => create(deps, c))
    .get(one, async (c) => {
      const section = await need(deps, c);
      return show(deps, c, { section, typed: typedOf(section), version: section.version });
    })
    .post(one, (c) => save(deps, c))
    .post(`${one}/position`, (c) => move(deps, c))
    .get(`${one}/removal`, async (c) => {
      const [frame, section] = [await deps.frameOf(c), await need(deps, c)];
      return showDeskPage(c, <RemovalPage frame={frame} section={section} />);
    })
    .post(`${one}/removal`, (c) => remove(deps, c));
}

interface Shown {
  readonly section: Section | null;
  readonly typed: Typed;
  readonly version: number;
  readonly wrong?: Wrong;
  readonly differences?: readonly Difference[];
}

async function show(deps: DeskDeps, c: DeskContext, shown: Shown, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { section, typed, version, wrong = {}, differences = [] } = shown;
  const frame = await deps.frameOf(c);
  const picks = section?.content.fill === "picks" ? await picksOf(deps, c, section) : null;
  const done = c.req.query("done");
  const page = <DeskSectionPage {...{ frame, section, typed, version, wrong, differences, picks, done }} />;
  return showDeskPage(c, page, status);
}

async function picksOf({ db, now }: DeskDeps, c: DeskContext, section: Section) {
  const typed = (c.req.query("find") ?? "").trim().slice(0, 100);
  const picks = await listPicks(db, section.id);
  const { absent } = await present(db, picks, now());
  return { picks, absent, typed, found: typed === "" ? [] : await findToPick(db, typed, now()) };
}

async function create(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const { typed, said, wrong } = await readForm(deps, c);
  if (said === null) return show(deps, c, { section: null, typed, version: 0, wrong }, 422);
  const [person, now] = [c.get("person"), deps.now()];
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: typed["form"] ?? "", account: person.id, now }, async () => {
      const id = await createSection(tx, said, now);
      await enter(tx, person, { deed: "section-created", subject: said.content.title, now });
      return `${portalPath}/sections/${id}?done=created`;
    }),
  );
  return c.redirect(path ?? portalPath, 303);
}

async function save(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const { typed, said, wrong } = await readForm(deps, c);
  const id = c.req.param("id") ?? "";
  const section = await need(deps, c);
  const version = Number(typed["version"]);
  if (said === null) return show(deps, c, { section, typed, version, wrong }, 422);
  const now = deps.now();
  const theirs = await deps.db.transaction().execute(async (tx) => {
    const quicker = await changeSection(tx, id, { ...said, version, now });
    if (quicker === null)
      await enter(tx, c.get("person"), { deed: "section-changed", subject: said.content.title, now });
    return quicker;
  });
  if (theirs === null) return c.redirect(`${portalPath}/sections/${id}?done=saved`, 303);
  const { language } = await deps.frameOf(c);
  const differences = differencesOf(typed, typedOf(theirs), language);
  return show(deps, c, { section: theirs, typed, version: theirs.version, differences }, 409);
}

async function move(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const { way } = await c.req.parseBody();
  await deps.db.transaction().execute((tx) => moveSection(tx, c.req.param("id") ?? "", way === "up" ? -1 : 1));
  return c.redirect(`${portalPath}?done=moved`, 303);
}

async function remove(deps: DeskDeps, c: DeskContext): Promise<Response> {
  await deps.db.transaction().execute(async (tx) => {
    const { content } = await removeSection(tx, c.req.param("id") ?? "");
    await enter(tx, c.get("person"), { deed: "section-removed", subject: content.title, now: deps.now() });
  });
  return c.redirect(`${portalPath}?done=removed`, 303);
}

async function need({ db }: DeskDeps, c: DeskContext): Promise<Section> {
  const section = await findSection(db, c.req.param("id") ?? "");
  if (section === null) throw new NotFound("no such section");
  return section;
}

/** What was typed, as it came; what it says, or null where something is wrong. */
async function readForm(deps: DeskDeps, c: DeskContext) {
  const form = await c.req.parseBody();
  const typed: Typed = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, 5_000)]] : [])),
  );
  const word = words[(await deps.frameOf(c)).language];
  const read = SectionForm.safeParse(typed);
  if (!read.success) return { typed, said: null, wrong: wrongOf(read.error.issues, word.wrong) };
  const { shown, ...content } = read.data;
  if (content.fill === "search" && content.query === "")
    return { typed, said: null, wrong: { query: word.queryMissing } };
  const said: SaidSection = { content, shown };
  return { typed, said, wrong: {} };
}

function wrongOf(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
  sentences: Readonly<Record<string, string>>,
): Wrong {
  const fields = issues.map(({ path }) => String(path[0]));
  return Object.fromEntries(
    fields.flatMap((field) => (sentences[field] === undefined ? [] : [[field, sentences[field]]])),
  );
}

const typedOf = ({ content, shown }: Section): Typed => ({ ...content, shown: shown ? "yes" : "" });

/** Where two people changed the same section: each field on which they differ. */
function differencesOf(yours: Typed, theirs: Typed, language: keyof typeof words): readonly Difference[] {
  const word = words[language];
  const labels = {
    title: word.name,
    introduction: word.introduction,
    query: word.query,
    language: word.language,
    fill: word.fill,
    shown: word.shown,
  };
  return Object.entries(labels).flatMap(([name, label]) => {
    const [mine, other] = [yours[name] ?? "", theirs[name] ?? ""];
    return mine === other
      ? []
      : [{ label, yours: shownAs(name, mine, language), theirs: shownAs(name, other, language) }];
  });
}

function shownAs(name: string, value: string, language: keyof typeof words): string {
  const word = words[language];
  const codes: Readonly<Record<string, string>> = {
    ...word.languages,
    search: word.fills.search.label,
    picks: word.fills.picks.label,
  };
  if (name === "fill" || name === "language") return codes[value] ?? value;
  if (name === "shown") return value === "yes" ? word.shownYes : word.shownNo;
  return value;
}

/** A search that somebody comes with from the directory. */
function queryIn(c: DeskContext): string {
  return (c.req.query("query") ?? "").slice(0, 2_000);
}
