import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { setupRoutes } from "../../src/hosts/setup-routes.tsx";
import { freshDatabase } from "../support/database.ts";

const now = new Date("2026-11-24T10:00:00Z");
const secret = secretOf(randomBytes(32));
const right = {
  token: "held",
  name: "La Pomme",
  handle: "la_pomme",
  email: "ada@example.org",
  password: "quatre mots sans lien",
};
let database: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
let pages: Hono;
/** Who was signed in by it. */
let letIn: string[];

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(openPool(database.url, 5, () => {}));
  const deps = {
    db,
    secret,
    origin: "https://pomme.example",
    language: "fr",
    version: "1.2.3",
    demonstration: false,
  } as const;
  letIn = [];
  const enters = async (_: unknown, email: string) => void letIn.push(email);
  pages = setupRoutes({ ...deps, now: () => now, actorId: () => "", letIn: enters });
  await give("held", new Date("2026-11-25T10:00:00Z"));
});

afterEach(async () => {
  await db.destroy();
  await database.drop();
});

const give = (token: string, expires: Date) =>
  db
    .insertInto("setupLinks")
    .values({ hash: secret.digest("setup-link", token), expires })
    .execute();
const open = (token: string) => pages.request(`/admin/setup?token=${token}`);
const send = (form: Record<string, string>, language = "fr") =>
  pages.request("/admin/setup", {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { "accept-language": language },
  });

describe("the set-up", () => {
  test("is opened by its link, and by no other or older one", async () => {
    expect((await open("held")).status).toBe(200);
    expect((await open("guessed")).status).toBe(410);
    await give("old", new Date("2026-11-24T09:59:59Z"));
    expect(await (await open("old")).text()).toContain("Redémarrez Essaim");
  });

  test("makes the site someone's, once", async () => {
    expect((await send(right)).status).toBe(303);
    expect(letIn).toEqual(["ada@example.org"]);
    expect((await findHost(db))?.handle).toBe("la_pomme");
    expect(await db.selectFrom("accounts").select(["email", "role"]).execute()).toEqual([
      { email: "ada@example.org", role: "administrator" },
    ]);
    expect((await send({ ...right, handle: "autre" })).status).toBe(410);
  });

  test("names all that is wrong at once, keeps what was typed, and never shows the password again", async () => {
    const answer = await send({ token: "held", name: " ", handle: "La Pomme", email: "ada", password: "bref-secr" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("4 choses à corriger");
    for (const field of ["name", "handle", "email", "password"]) expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('value="La Pomme"');
    expect(html).not.toContain("bref-secr");
    expect(await findHost(db)).toBeNull();
  });

  test("takes the host back when its administrator is refused", async () => {
    await db
      .insertInto("accounts")
      .values({ id: crypto.randomUUID(), email: right.email, role: "reader", passwordHash: "" })
      .execute();
    expect(await (await send(right, "en")).text()).toContain("One thing to correct");
    expect(await findHost(db)).toBeNull();
    expect((await open("held")).status).toBe(200);
  });

  test("sent twice at the same moment makes one host", async () => {
    const answers = await Promise.all([send(right), send({ ...right, handle: "autre", email: "b@example.org" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(await db.selectFrom("accounts").select("email").execute()).toHaveLength(1);
  });
});
