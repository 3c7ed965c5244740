import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { ImportPage } from "./desk-import-page.tsx";
import { ExchangePage } from "./desk-page.tsx";
import { words } from "./desk-words.ts";
import { countArchive } from "./export-queries.ts";
import { beginImport, dropImport, takeImport } from "./import-changes.ts";
import type { Given } from "./import-material.ts";
import { findImport, listImports } from "./import-queries.ts";
import type { DeskImport } from "./imports.ts";

/** `/admin/exchange` and `/admin/exchange/imports/ID`: what is taken in from elsewhere, shown before it changes anything. */
export function importDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/exchange", (c) => showExchange(deps, c, {}, {}))
    .post("/admin/exchange/imports", (c) => begin(deps, c))
    .get("/admin/exchange/imports/:id", async (c) => {
      const found = await need(deps, c);
      return showDeskPage(
        c,
        <ImportPage frame={await deps.frameOf(c)} found={found} late={c.req.query("late") !== undefined} />,
      );
    })
    .post("/admin/exchange/imports/:id/take", (c) => take(deps, c))
    .post("/admin/exchange/imports/:id/drop", (c) => drop(deps, c));
}

/** The page of all that comes and goes; again with what was typed where something is wrong. */
export async function showExchange(deps: DeskDeps, c: Context<DeskEnv>, typed: Typed, wrong: Wrong): Promise<Response> {
  const [frame, past, counts] = await Promise.all([deps.frameOf(c), listImports(deps.db, 20), countArchive(deps.db)]);
  const refusedNow = Object.keys(wrong).length > 0;
  const page = <ExchangePage {...{ frame, past, counts, typed, wrong }} />;
  return showDeskPage(c, page, refusedNow ? 422 : 200);
}

async function begin(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === "string" ? form[name].trim().slice(0, 2_000) : "");
  const typed = { address: text("address"), host: text("host") };
  const file = form["file"] instanceof File && form["file"].size > 0 ? form["file"] : null;
  const { language } = await deps.frameOf(c);
  const wrong = wrongOf(file, typed.address, language);
  if (wrong) return showExchange(deps, c, typed, wrong);
  const given: Given =
    file === null
      ? { source: typed.address, file: null }
      : { source: file.name, file: Buffer.from(await file.arrayBuffer()).toString("base64") };
  const [person, now] = [c.get("person"), deps.now()];
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: text("form"), account: person.id, now }, async () => {
      const id = await beginImport(tx, { given, host: typed.host || null, account: person.id, now });
      await enter(tx, person, { deed: "import-begun", subject: given.source, now });
      return `/admin/exchange/imports/${id}`;
    }),
  );
  return c.redirect(path ?? "/admin/exchange", 303);
}

function wrongOf(file: File | null, address: string, language: keyof typeof words): Wrong | null {
  const word = words[language];
  if (file === null && address === "") return { file: word.sourceMissing };
  if (file !== null && address !== "") return { address: word.twoSources };
  const sound = file !== null || (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol));
  return sound ? null : { address: word.addressMalformed };
}

async function take(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const found = await need(deps, c);
  const { keep = [] } = await c.req.parseBody({ all: true });
  const kept = [keep].flat().filter((one): one is string => typeof one === "string");
  const [person, now] = [c.get("person"), deps.now()];
  const taken = await deps.db.transaction().execute(async (tx) => {
    const mine = await takeImport(tx, found.id, kept, now);
    if (mine) await enter(tx, person, { deed: "import-taken", subject: found.source, now });
    return mine;
  });
  return c.redirect(`/admin/exchange/imports/${found.id}${taken ? "" : "?late"}`, 303);
}

async function drop(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { id } = await need(deps, c);
  await deps.db.transaction().execute((tx) => dropImport(tx, id, deps.now()));
  return c.redirect(`/admin/exchange/imports/${id}`, 303);
}

async function need(deps: DeskDeps, c: Context<DeskEnv>): Promise<DeskImport> {
  const id = c.req.param("id") ?? "";
  const found = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await findImport(deps.db, id) : null;
  if (found === null) throw new NotFound("no such import");
  return found;
}
