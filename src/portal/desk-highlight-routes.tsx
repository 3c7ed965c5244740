import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Difference, Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { ChoosePage, HighlightPage } from "./desk-highlight-page.tsx";
import { portalPath } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { actorOf, type Entry, findToPick, listEntries, nameOf } from "./entries.ts";
import { HighlightForm, RefForm } from "./form.ts";
import { addHighlight, changeHighlight, findHighlight, removeHighlight } from "./highlights.ts";
import type { Highlight } from "./portal.ts";

type DeskContext = Context<DeskEnv>;

const all = `${portalPath}/highlights`;
const one = `${all}/:id{[0-9a-f]{8}-[0-9a-f-]{27}}`;

/** `/admin/portal/highlights/…`: one is chosen, then it is said why. */
export function highlightDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(`${all}/new`, (c) => begin(deps, c))
    .post(all, (c) => add(deps, c))
    .get(one, async (c) => {
      const highlight = await need(deps, c);
      return change(deps, c, { highlight, typed: { ...sayings(highlight), version: String(highlight.version) } });
    })
    .post(one, (c) => save(deps, c))
    .post(`${one}/removal`, async (c) => {
      await deps.db.transaction().execute(async (tx) => {
        const { name } = await removeHighlight(tx, c.req.param("id"));
        await enter(tx, c.get("person"), { deed: "highlight-removed", subject: name, now: deps.now() });
      });
      return c.redirect(`${portalPath}?done=unrecommended`, 303);
    });
}

async function begin(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const frame = await deps.frameOf(c);
  const ref = RefForm.safeParse(c.req.query());
  const entry = ref.success ? await find(deps, ref.data) : null;
  if (entry !== null) {
    const { name, email } = c.get("person");
    const typed = { language: frame.language, who: name || (frame.host?.name ?? email) };
    return tell(deps, c, { entry, typed, wrong: {} });
  }
  const typed = (c.req.query("find") ?? "").trim().slice(0, 100);
  const found = typed === "" ? [] : await findToPick(deps.db, typed, deps.now());
  return showDeskPage(c, <ChoosePage {...{ frame, typed, found, gone: ref.success }} />);
}

interface Telling {
  readonly entry: Entry;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

async function tell(deps: DeskDeps, c: DeskContext, { entry, typed, wrong }: Telling): Promise<Response> {
  const frame = await deps.frameOf(c);
  const fields = { kind: entry.kind, actor: actorOf(entry) };
  const page = (
    <HighlightPage {...{ frame, name: nameOf(entry), entry, action: all, fields, typed, wrong, differences: [] }} />
  );
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function add(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const typed = await typedIn(c);
  const ref = RefForm.safeParse(typed);
  const entry = ref.success ? await find(deps, ref.data) : null;
  if (entry === null) return c.redirect(`${all}/new`, 303);
  const { said, wrong } = await readForm(deps, c, typed);
  if (said === null) return tell(deps, c, { entry, typed, wrong });
  const [person, now] = [c.get("person"), deps.now()];
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: typed["form"] ?? "", account: person.id, now }, async () => {
      await addHighlight(tx, { kind: entry.kind, actor: actorOf(entry), name: nameOf(entry) }, said, now);
      await enter(tx, person, { deed: "highlight-added", subject: nameOf(entry), now });
      return `${portalPath}?done=recommended`;
    }),
  );
  return c.redirect(path ?? portalPath, 303);
}

interface Changing {
  readonly highlight: Highlight;
  readonly typed: Typed;
  readonly wrong?: Wrong;
  readonly differences?: readonly Difference[];
}

async function change(
  deps: DeskDeps,
  c: DeskContext,
  shown: Changing,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { highlight, typed, wrong = {}, differences = [] } = shown;
  const frame = await deps.frameOf(c);
  const entry = await find(deps, highlight);
  const { id, name } = highlight;
  const fields = { version: typed["version"] ?? "" };
  const page = <HighlightPage {...{ frame, name, entry, fields, typed, wrong, differences, action: `${all}/${id}` }} />;
  return showDeskPage(c, page, status);
}

async function save(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const [highlight, typed] = [await need(deps, c), await typedIn(c)];
  const { said, wrong } = await readForm(deps, c, typed);
  if (said === null) return change(deps, c, { highlight, typed, wrong }, 422);
  const now = deps.now();
  const theirs = await deps.db.transaction().execute(async (tx) => {
    const quicker = await changeHighlight(tx, highlight.id, { ...said, version: Number(typed["version"]), now });
    if (quicker === null) await enter(tx, c.get("person"), { deed: "highlight-changed", subject: highlight.name, now });
    return quicker;
  });
  if (theirs === null) return c.redirect(`${portalPath}?done=saved`, 303);
  const word = words[(await deps.frameOf(c)).language];
  const differences = (["reason", "who"] as const).flatMap((field) =>
    typed[field] === theirs[field] ? [] : [{ label: word[field], yours: typed[field] ?? "", theirs: theirs[field] }],
  );
  const again = { ...typed, version: String(theirs.version) };
  return change(deps, c, { highlight: theirs, typed: again, differences }, 409);
}

const sayings = ({ reason, language, who }: Highlight): Typed => ({ reason, language, who });

async function typedIn(c: DeskContext): Promise<Typed> {
  const form = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, 5_000)]] : [])),
  );
}

async function readForm(deps: DeskDeps, c: DeskContext, typed: Typed) {
  const read = HighlightForm.safeParse(typed);
  if (read.success) return { said: read.data, wrong: {} };
  const sentences: Readonly<Record<string, string>> = words[(await deps.frameOf(c)).language].wrong;
  const fields = read.error.issues.map(({ path }) => String(path[0]));
  return { said: null, wrong: Object.fromEntries(fields.map((field) => [field, sentences[field] ?? ""])) };
}

async function find({ db }: DeskDeps, ref: { readonly kind: "host" | "offer"; readonly actor: string }) {
  return (await listEntries(db, [ref])).get(ref.actor) ?? null;
}

async function need({ db }: DeskDeps, c: DeskContext): Promise<Highlight> {
  const highlight = await findHighlight(db, c.req.param("id") ?? "");
  if (highlight === null) throw new NotFound("no such highlight");
  return highlight;
}
