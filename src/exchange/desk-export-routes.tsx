import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { listAvailabilities } from "../availability/queries.ts";
import type { Transaction } from "../foundation/database.ts";
import { shortestPassphrase } from "../foundation/passphrase.ts";
import { listOffers } from "../offers/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { writeArchive } from "./archive-write.ts";
import { showExchange } from "./desk-import-routes.tsx";
import { words } from "./desk-words.ts";
import { spool } from "./spool.ts";
import { writeTable } from "./table.ts";
import { offerRows } from "./table-words.ts";

export interface ExportDeps extends DeskDeps {
  /** Of the software. */
  readonly version: string;
  /** Private keys and passwords, sealed under a passphrase. */
  sealKeys(tx: Transaction, passphrase: string): Promise<string>;
}

/** What leaves the site as files: a table for everyone at the desk, the whole instance for administrators. */
export function exportDesk(deps: ExportDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/exchange/offers.csv", (c) => table(deps, c))
    .get("/admin/exchange/essaim.json", needsRole("administrator"), (c) => archive(deps, c, null))
    .post("/admin/exchange/essaim.json", needsRole("administrator"), (c) => archiveWithKeys(deps, c));
}

async function table({ db, origin, now, frameOf }: ExportDeps, c: Context<DeskEnv>): Promise<Response> {
  const { language } = await frameOf(c);
  const { headers, rows } = offerRows({
    ...{ offers: await listOffers(db), availabilities: await listAvailabilities(db), language, now: now() },
    address: (slug) => `${origin}/offers/${slug}`,
  });
  return attachment(
    c,
    language === "fr" ? "offres.csv" : "offers.csv",
    "text/csv; charset=utf-8",
    writeTable(headers, rows),
  );
}

async function archiveWithKeys(deps: ExportDeps, c: Context<DeskEnv>): Promise<Response> {
  const { passphrase } = await c.req.parseBody();
  const { language } = await deps.frameOf(c);
  const short = typeof passphrase !== "string" || [...passphrase].length < shortestPassphrase;
  if (short) return showExchange(deps, c, {}, { passphrase: words[language].passphraseShort });
  return archive(deps, c, passphrase);
}

async function archive(deps: ExportDeps, c: Context<DeskEnv>, passphrase: string | null): Promise<Response> {
  const { db, origin, version, now } = deps;
  const content = await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      await enter(tx, c.get("person"), { deed: passphrase === null ? "exported" : "exported-with-keys", now: now() });
      const sealed = passphrase === null ? null : await deps.sealKeys(tx, passphrase);
      return await spool(writeArchive(tx, { origin, version, sealed }));
    });
  return attachment(c, "essaim.json", "application/json", content);
}

function attachment(c: Context, name: string, type: string, content: string | ReadableStream): Response {
  c.header("content-type", type);
  c.header("content-disposition", `attachment; filename="${name}"`);
  c.header("cache-control", "private, no-store");
  return c.body(content);
}
