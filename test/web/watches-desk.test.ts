import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addJob, dropJobs } from "../../src/foundation/jobs.ts";
import { startWatch } from "../../src/watches/changes.ts";
import { findWatch } from "../../src/watches/queries.ts";
import { askToRead, confirmReader, lettersTo } from "../../src/watches/readers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";

const desk = "/admin/followers/watches";
const search = "q=secret&need=email";
let site: TestSite;
let ada: Visitor;
let id: string;
let name: string;

beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site);
});
afterAll(() => site[Symbol.asyncDispose]());

beforeEach(async () => {
  for (const table of ["watchReaders", "watches", "journal"] as const) await site.db.deleteFrom(table).execute();
  await dropJobs(site.db, "watch-reader:");
  const now = new Date();
  await site.db.transaction().execute(async (tx) => {
    const started = await startWatch(tx, search, now);
    if (started.done) name = started.value;
    id = (await findWatch(tx, search))?.id ?? "";
    const asked = await askToRead(tx, { watch: id, email: "eve@example.org", language: "fr", now });
    const reader = asked.done ? asked.value?.id : undefined;
    if (reader === undefined) throw new Error("nobody reads");
    await confirmReader(tx, reader, now);
    const later = { key: `${lettersTo(reader)}1`, runAt: new Date(now.getTime() + 86_400_000) };
    await addJob(tx, "mail", { to: "eve@example.org" }, later);
  });
});

const text = async (path: string, visitor = ada) => (await visitor.get(path)).text();
const letters = async () =>
  (await sql`select key from graphile_worker.jobs where key like 'watch-reader:%'`.execute(site.db)).rows;

test("the desk sees what is watched and by how many, and never by whom", async () => {
  const page = await text(desk);
  expect(page).toContain(printed("« secret »"));
  expect(page).toContain(`@${name}`);
  expect(page).toContain("1 personne");
  expect(page).not.toContain("eve@example.org");
});

test("an administrator ends a watch after being told what follows: its account, its letters and its addresses go", async () => {
  const asking = await text(`${desk}/${id}/end`);
  expect(asking).toContain("Les adresses de courriel données pour elle sont effacées.");
  expect(await site.db.selectFrom("watchReaders").select("id").execute()).toHaveLength(1);
  expect(await letters()).toHaveLength(1);

  const ended = await ada.post(`${desk}/${id}/end`);
  expect(ended.headers.get("location")).toBe(`${desk}?done=retired`);
  expect(await text(`${desk}?done=retired`)).toContain("La veille est arrêtée.");
  expect(await site.db.selectFrom("watches").select("id").execute()).toEqual([]);
  expect(await site.db.selectFrom("watchReaders").select("id").execute()).toEqual([]);
  expect(await letters()).toEqual([]);
  expect((await fetch(`${site.origin}/@${name}`, { headers: { accept: "text/html" } })).status).toBe(410);
  const [deed] = await site.db.selectFrom("journal").select(["deed", "subject"]).execute();
  expect(deed).toMatchObject({ deed: "watch-retired", subject: expect.stringContaining("secret") });
  expect(await text(desk)).toContain("Personne ne veille sur une recherche depuis ce site.");
  for (const again of [await ada.get(`${desk}/${id}/end`), await ada.post(`${desk}/${id}/end`)])
    expect(again.status).toBe(404);
});

test("nobody else ends one, and there is nothing to end that is not there", async () => {
  for (const role of ["editor", "reader"] as const) {
    const other = await signedIn(site, role);
    expect(await text(desk, other)).not.toContain(`${id}/end`);
    expect((await other.get(`${desk}/${id}/end`)).status).toBe(403);
    expect((await other.post(`${desk}/${id}/end`)).status).toBe(403);
  }
  expect((await ada.post(`${desk}/${randomUUID()}/end`)).status).toBe(404);
  expect((await ada.post(`${desk}/nothing/end`)).status).toBe(404);
  expect(await site.db.selectFrom("watches").select("id").execute()).toEqual([{ id }]);
});
