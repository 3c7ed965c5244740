import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { allowUnclaimed, removeUnclaimed } from "./changes.ts";
import { DeskListPage, deskPath } from "./desk-list-page.tsx";
import { ReadingPage } from "./desk-reading-page.tsx";
import { words } from "./desk-words.ts";
import { listUnclaimed, outlookOf } from "./queries.ts";
import type { Reading } from "./reading.ts";
import { beginReading, dropReading, findReading, listReadings, takeReading } from "./readings.ts";

type DeskContext = Context<DeskEnv>;

const one = `${deskPath}/readings/:id{[0-9a-f]{8}-[0-9a-f-]{27}}`;
const DomainForm = z.object({ domain: z.string().trim().min(1).max(253) });

/** `/admin/portal/unclaimed`: lists are read, looked at and taken in; entries are removed, and allowed again. */
export function unclaimedDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(deskPath, (c) => show(deps, c, "", {}))
    .post(deskPath, (c) => begin(deps, c))
    .get(one, async (c) => {
      const [frame, reading] = [await deps.frameOf(c), await need(deps, c)];
      const { state, found, source } = reading;
      const outlook = state === "seen" && found ? await outlookOf(deps.db, source, found) : null;
      return showDeskPage(c, <ReadingPage {...{ frame, reading, outlook }} />);
    })
    .post(`${one}/take`, (c) => take(deps, c))
    .post(`${one}/drop`, async (c) => {
      const { id } = await need(deps, c);
      await deps.db.transaction().execute((tx) => dropReading(tx, id, deps.now()));
      return c.redirect(`${deskPath}/readings/${id}`, 303);
    })
    .post(`${deskPath}/removals`, (c) => decide(deps, c, "removed"))
    .post(`${deskPath}/removals/end`, (c) => decide(deps, c, "allowed"));
}

async function show(deps: DeskDeps, c: DeskContext, typed: string, wrong: Wrong): Promise<Response> {
  const { db } = deps;
  const [frame, readings, entries, removals] = await Promise.all([
    deps.frameOf(c),
    listReadings(db, 20),
    listUnclaimed(db, { skip: 0, limit: 1_000, need: null }),
    db.selectFrom("unclaimedRemovals").select(["domain", "how"]).orderBy("domain").execute(),
  ]);
  const page = (
    <DeskListPage
      frame={{ ...frame, path: deskPath }}
      {...{ readings, entries, removals, typed, wrong, done: c.req.query("done") }}
    />
  );
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function begin(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === "string" ? form[name].trim().slice(0, 2_000) : "");
  const address = text("address");
  const file = form["file"] instanceof File && form["file"].size > 0 ? form["file"] : null;
  const wrong = wrongOf(file, address, (await deps.frameOf(c)).language);
  if (wrong) return show(deps, c, address, wrong);
  const [person, now] = [c.get("person"), deps.now()];
  const given = { source: file?.name ?? address, file: file && new Uint8Array(await file.arrayBuffer()) };
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: text("form"), account: person.id, now }, async () => {
      const id = await beginReading(tx, { ...given, account: person.id, now });
      await enter(tx, person, { deed: "list-read", subject: given.source, now });
      return `${deskPath}/readings/${id}`;
    }),
  );
  return c.redirect(path ?? deskPath, 303);
}

function wrongOf(file: File | null, address: string, language: keyof typeof words): Wrong | null {
  const word = words[language];
  if (file === null && address === "") return { address: word.missing };
  if (file !== null && address !== "") return { address: word.both };
  const sound = file !== null || (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol));
  return sound ? null : { address: word.malformed };
}

async function take(deps: DeskDeps, c: DeskContext): Promise<Response> {
  const { id, source } = await need(deps, c);
  await deps.db.transaction().execute(async (tx) => {
    const taken = await takeReading(tx, id, deps.now());
    if (taken !== null) await enter(tx, c.get("person"), { deed: "list-entered", subject: source, now: deps.now() });
  });
  return c.redirect(`${deskPath}/readings/${id}`, 303);
}

async function decide(deps: DeskDeps, c: DeskContext, what: "removed" | "allowed"): Promise<Response> {
  const form = DomainForm.safeParse(await c.req.parseBody());
  if (!form.success) throw new NotFound("no such entry");
  const { domain } = form.data;
  const now = deps.now();
  await deps.db.transaction().execute(async (tx) => {
    if (what === "removed") await removeUnclaimed(tx, domain, "desk", now);
    else await allowUnclaimed(tx, domain);
    await enter(tx, c.get("person"), { deed: `unclaimed-${what}`, subject: domain, now });
  });
  return c.redirect(`${deskPath}?done=${what}`, 303);
}

async function need({ db }: DeskDeps, c: DeskContext): Promise<Reading> {
  const reading = await findReading(db, c.req.param("id") ?? "");
  if (reading === null) throw new NotFound("no such reading");
  return reading;
}
