import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { troubleOf } from "../../src/deliveries/server.ts";
import { passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let ada: Visitor;
let host: string;
beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site, "administrator");
  host = (await site.db.selectFrom("handles").select("id").where("kind", "=", "host").executeTakeFirstOrThrow()).id;
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of ["deliveries", "peerOrigins", "arrivals"] as const) await site.db.deleteFrom(table).execute();
});

const path = "/admin/followers/deliveries";
const read = async (address: string, visitor = ada) => (await visitor.get(address)).text();
const serverOf = (origin: string) => `${path}/server?${new URLSearchParams({ origin })}`;

interface Stuck {
  readonly state?: "waiting" | "held" | "failed";
  readonly status?: number | null;
  readonly problem?: string;
  readonly inbox?: string;
}

/** Something that did not arrive; gives its number. */
async function stuck(origin: string, { state = "failed", status = 502, problem = "answered 502", inbox }: Stuck = {}) {
  const outgoing = crypto.randomUUID();
  const body = JSON.stringify({
    id: `${site.origin}/ap/activities/${outgoing}`,
    type: "Create",
    actor: `${site.origin}/ap/actors/${host}`,
  });
  await site.db
    .insertInto("outgoing")
    .values({ id: outgoing, actor: host, type: "Create", body, public: true })
    .execute();
  const row = { outgoing, inbox: inbox ?? `${origin}/inbox`, origin, state, status, problem, attempts: 7 };
  return await site.db.insertInto("deliveries").values(row).returning("id").executeTakeFirstOrThrow();
}

describe("the list", () => {
  test("says that all is well where it is", async () => {
    await site.db.insertInto("arrivals").values({ origin: "https://bien.example", last: new Date() }).execute();
    const page = await read(path);
    expect(page).toContain("Tout arrive.");
    expect(page).toContain("bien.example");
  });

  test("says of each server what is wrong, in plain words, and how much waits", async () => {
    await stuck("https://panne.example", { state: "waiting" });
    await stuck("https://perdu.example", { state: "held", status: null, problem: "perdu.example: ENOTFOUND" });
    await site.db
      .insertInto("peerOrigins")
      .values({ origin: "https://perdu.example", opened: new Date(), probe: new Date() })
      .execute();
    for (const _ of [1, 2]) await stuck("https://fini.example", { status: 403, problem: "answered 403" });
    const page = await read(path);
    expect(page).toContain("Il est en panne. Exactement\u00a0: HTTP 502");
    expect(page).toContain("Son nom de domaine ne mène nulle part");
    expect(page).toContain("ne répond pas");
    expect(page).toContain("2 abandonnés");
    expect(page.indexOf("fini.example")).toBeLessThan(page.indexOf("panne.example"));
  });
});

describe("what did not arrive", () => {
  test("is sent again, one by one, and then nothing is left", async () => {
    await using alice = await startFakeMastodon();
    const { id } = await stuck(alice.origin, { inbox: alice.inbox });
    expect(await read(serverOf(alice.origin))).toContain(`${path}/${id}/retry`);
    const retried = await ada.post(`${path}/${id}/retry`);
    expect(retried.headers.get("location")).toBe(`${serverOf(alice.origin)}&done=retried`);
    await alice.waitFor(({ type }) => type === "Create");
    await eventually(async () => (await read(serverOf(alice.origin))).includes("Rien n’attend"));
    expect((await ada.post(`${path}/${id}/retry`)).status).toBe(404);
  });

  test("is sent again all at once; the page says how many are left, and whether it loads anew", async () => {
    await using alice = await startFakeMastodon();
    alice.behave({ status: 503 });
    for (const state of ["failed", "failed", "waiting"] as const)
      await stuck(alice.origin, { state, inbox: alice.inbox });
    const sent = await ada.post(`${path}/server`, { origin: alice.origin });
    const watching = sent.headers.get("location") ?? "";
    expect(watching).toContain("of=3&watch=1");
    const shown = await ada.get(watching);
    expect(shown.headers.get("refresh")).toBe("10");
    expect(await shown.text()).toContain("reste 3 envois");
    const still = await ada.get(watching.replace("&watch=1", ""));
    expect(still.headers.get("refresh")).toBeNull();
    alice.behave({});
    await eventually(async () => {
      await passTime(site.db);
      return alice.received.length >= 3;
    });
    await eventually(async () => (await read(watching)).includes("Il ne reste rien à envoyer"));
    expect((await ada.get(watching)).headers.get("refresh")).toBeNull();
  });

  test("makes a silent server be asked at once", async () => {
    await using alice = await startFakeMastodon();
    await stuck(alice.origin, { state: "held", inbox: alice.inbox });
    const probe = new Date(Date.now() + 1_800_000);
    await site.db.insertInto("peerOrigins").values({ origin: alice.origin, opened: new Date(), probe }).execute();
    await ada.post(`${path}/server`, { origin: alice.origin });
    await alice.waitFor(({ type }) => type === "Create");
    await eventually(async () => (await read(serverOf(alice.origin))).includes("Rien n’attend"));
  });

  test.each(["", "javascript:alert(1)", "https://a.example/path", "https://A.example"])(
    "is of no server called %s",
    async (origin) => {
      expect((await ada.get(serverOf(origin))).status).toBe(404);
      expect((await ada.post(`${path}/server`, { origin })).status).toBe(404);
    },
  );

  test("and was given up is all tried again, or forgotten, once", async () => {
    const settle = (what: string, form: string = crypto.randomUUID()) => ada.post(`${path}/given-up`, { what, form });
    const states = async () =>
      (await site.db.selectFrom("deliveries").select("state").orderBy("state").execute()).map(({ state }) => state);
    for (const n of [1, 2]) await stuck(`https://x${n}.invalid`);
    await stuck("https://x1.invalid", { state: "held" });
    expect(await read(path)).toContain("Oublier ce qui est abandonné");
    const form = crypto.randomUUID();
    const forgotten = await settle("drop", form);
    expect(forgotten.headers.get("location")).toBe(`${path}?done=drop`);
    expect(await states()).toEqual(["held"]);
    const after = await read(`${path}?done=drop`);
    expect(after).toContain("C’est oublié.");
    expect(after).not.toContain("Oublier ce qui est abandonné");
    await stuck("https://x3.invalid");
    await settle("drop", form); // the same form, sent twice
    expect(await states()).toEqual(["failed", "held"]);
    await settle("again");
    expect(await states()).not.toContain("failed");
    const journal = await read("/admin/server/journal");
    for (const words of ["Envois mis de côté abandonnés : 2", "Envois mis de côté repris : 1"])
      expect(journal.replaceAll(/[\u00a0\u202f ]+/g, " ")).toContain(words.replaceAll(/[\u00a0\u202f ]+/g, " "));
  });

  test("is left alone by those who are no administrators", async () => {
    const { id } = await stuck("https://panne.example");
    const editor = await signedIn(site, "editor");
    expect((await editor.post(`${path}/${id}/retry`)).status).toBe(403);
    expect((await editor.post(`${path}/server`, { origin: "https://panne.example" })).status).toBe(403);
    expect(await read(serverOf("https://panne.example"), editor)).not.toContain("Tout renvoyer");
    expect((await editor.post(`${path}/given-up`, { what: "drop" })).status).toBe(403);
    expect(await read(path, editor)).not.toContain("Tout essayer encore");
  });
});

test.each([
  [502, "answered 502", "broken"],
  [403, "answered 403", "not-allowed"],
  [410, "answered 410", "not-there"],
  [429, "answered 429", "too-many"],
  [422, "answered 422", "refused"],
  [null, "a.example: ENOTFOUND", "no-name"],
  [null, "a.example: ECONNREFUSED", "no-server"],
  [null, "a.example: CERT_HAS_EXPIRED", "bad-certificate"],
  [null, "a.example: no answer in time", "no-answer"],
  [null, "no answer yet", "not-yet"],
  [null, null, null],
] as const)("%s, %s is told as %s", (status, problem, trouble) => {
  expect(troubleOf({ status, problem })).toBe(trouble);
});
