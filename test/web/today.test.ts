import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noteFollowers } from "../../federation/figures.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";
import { files, offer, publish, say } from "./offers.ts";

let site: TestSite;
let desk: Visitor;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeAll(async () => {
  site = await startSite();
  desk = await signedIn(site);
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  await sql`truncate offers, availabilities, messages, reports, peers, deliveries, visits, journal, followers cascade`.execute(
    site.db,
  );
  await sql`delete from handles where kind = 'offer'`.execute(site.db);
});

/** A page with plain spaces where lines may not break. */
async function read(answer: Response | Promise<Response>): Promise<string> {
  return (await (await answer).text()).replaceAll(/[\u00a0\u202f]/g, " ");
}
const tasksOf = (page: string) => [...page.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title);

describe("the page of today", () => {
  test("says where to begin when there is nothing yet", async () => {
    const page = await read(desk.get("/admin"));
    expect(page).toContain("Rien ne vous attend.");
    expect(page).toContain("Écrire une première offre");
    expect(page).toContain('href="/admin/exchange"');
  });

  test("says that all is up to date when it is", async () => {
    await publish(site.db, "courriel", { ...files, title: "Courriel" });
    await say(site.db, "courriel", { state: "open" });
    const page = await read(desk.get("/admin"));
    expect(page).toContain("Tout est à jour");
    expect(page).not.toContain('class="count"');
  });

  test("lists what waits, the most urgent first, and counts it in the menu", async () => {
    for (const [slug, title] of Object.entries({ courriel: "Courriel", visio: "Visio", site: "Site" }))
      await publish(site.db, slug, { ...files, title });
    await say(site.db, "courriel", { state: "paused" }, ago(89)); // expires tomorrow
    await say(site.db, "visio", { state: "open" }, ago(85)); // in five days
    await offer(site.db, "atelier", { ...files, title: "Atelier" });
    await sql`insert into messages (id, recipients, author, kind, visibility, content, received) values
      ('https://b.example/1', '{}', 'https://toot.example/u', 'mention', 'direct', '', ${ago(1)})`.execute(site.db);
    await sql`insert into reports (id, reporter, objects, content, received) values
      ('https://b.example/2', 'https://toot.example/u', '{}', '', ${ago(10)})`.execute(site.db);
    await sql`insert into peers (id, origin, actor, name, ours, theirs, seen) values
      (gen_random_uuid(), 'https://s.example', 'https://s.example/a', 'Mille Sabots', 'none', 'pending', ${ago(2)})`.execute(
      site.db,
    );
    const page = await read(desk.get("/admin"));
    expect(tasksOf(page).slice(0, 7)).toEqual([
      "Un signalement est à regarder",
      "Courriel : la disponibilité expire demain",
      "Mille Sabots demande à suivre vos offres",
      "Une conversation attend une réponse",
      expect.stringMatching(/^Visio : la disponibilité expire le /),
      "Site : dites s’il reste de la place",
      "« Atelier » n’est pas encore publiée",
    ]);
    expect(page).toContain("Six choses vous attendent.");
    const counts = [...page.matchAll(/<span>([^<]*)<\/span><span class="count">(\d+)/g)].map(([, place, n]) => [
      place,
      n,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      "Aujourd’hui": "6",
      Disponibilités: "3",
      Messages: "2",
      "Essaim et abonnés": "1",
    });
  });

  test("keeps the first of many things of one room, with the way to the rest, so that no other is hidden", async () => {
    for (const slug of ["un", "deux", "trois", "quatre", "cinq"]) {
      await publish(site.db, slug, { ...files, title: `Offre ${slug}` });
      await say(site.db, slug, { state: "paused" }, ago(89));
    }
    await sql`insert into reports (id, reporter, objects, content, received) values
      ('https://b.example/2', 'https://toot.example/u', '{}', '', ${ago(1)})`.execute(site.db);
    await sql`insert into peers (id, origin, actor, name, ours, theirs, seen) values
      (gen_random_uuid(), 'https://s.example', 'https://s.example/a', 'Mille Sabots', 'none', 'pending', ${ago(2)})`.execute(
      site.db,
    );
    const page = await read(desk.get("/admin"));
    const [, now = ""] = /<section aria-labelledby="now">(.*?)<\/section>/s.exec(page) ?? [];
    const [, soon = ""] = /<section aria-labelledby="soon">(.*?)<\/section>/s.exec(page) ?? [];
    expect(tasksOf(now)).toEqual([
      "Un signalement est à regarder",
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^Offre .* la disponibilité expire demain/)),
    ]);
    expect(now).toContain('<a href="/admin/availability">Disponibilités (2)</a>');
    expect(tasksOf(soon)).toEqual(["Mille Sabots demande à suivre vos offres"]);
    expect(page).toContain("Sept choses vous attendent.");
    expect(page.match(/<main.*<\/main>/s)?.[0].match(/button-main/g)).toHaveLength(1);
  });

  test("confirms an availability right there, and says so", async () => {
    await publish(site.db, "courriel", { ...files, title: "Courriel" });
    await say(site.db, "courriel", { state: "paused" }, ago(89));
    const page = await read(desk.get("/admin"));
    const [, action = ""] = /<form method="post" action="([^"]*confirmation)">/.exec(page) ?? [];
    expect(page).toContain("Toujours en pause");
    const fields = [...page.matchAll(/<input type="hidden" name="(form|version|back)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    );
    const answer = await desk.post(action, Object.fromEntries(fields.slice(-3)));
    const back = answer.headers.get("location") ?? "";
    expect(back).toBe("/admin?done=confirmed&offer=courriel");
    const after = await read(desk.get(back));
    expect(after).toContain("« Courriel » est confirmée d’aujourd’hui");
    expect(tasksOf(after)).not.toContain("Courriel : la disponibilité expire demain");
  });

  test("offers no “still true” where that would change nothing, and no button to readers", async () => {
    const soon = ago(-3).toISOString().slice(0, 10);
    await publish(site.db, "vagues", { ...files, title: "Vagues" });
    await say(site.db, "vagues", { state: "between-waves", nextOpening: soon }, ago(30));
    await publish(site.db, "visio", { ...files, title: "Visio" });
    await say(site.db, "visio", { state: "open" }, ago(85));
    const page = await read(desk.get("/admin"));
    expect(page).toMatch(/Vagues : l’ouverture annoncée arrive/);
    expect(page).not.toContain("Toujours cette date");
    expect(page).toContain("Toujours ouvert");
    const reader = await signedIn(site, "reader");
    expect(await read(reader.get("/admin"))).not.toContain("Toujours ouvert");
  });

  test("says what others did since one was here, and not what one did oneself", async () => {
    await desk.get("/admin");
    await sql`update visits set looked = ${ago(2)}`.execute(site.db);
    const { id } = await site.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "administrator@example.org")
      .executeTakeFirstOrThrow();
    await sql`insert into journal (done, account, who, deed) values
      (now(), null, 'Bo', 'offer-published'), (now(), null, 'Bo', 'offer-changed'), (now(), null, 'Bo', 'signed-in'),
      (now(), ${id}, 'Moi', 'offer-changed'), (${ago(3)}, null, 'Cid', 'offer-changed')`.execute(site.db);
    await follow("availability", [ago(1), ago(1.5), ago(20)]);
    const page = await read(desk.get("/admin"));
    expect(page).toContain("Bo a fait 2 changements");
    expect(page).not.toContain("Moi a fait");
    expect(page).not.toContain("Cid");
    expect(page).toContain("2 personnes de plus suivent vos disponibilités");
  });

  test("draws who follows week by week, losses included, with the same figures in a table", async () => {
    await sql`truncate follower_counts`.execute(site.db);
    await sql`insert into follower_counts (kind, day, followers) values
      ('availability', ${ago(100)}::timestamptz::date, 2), ('availability', ${ago(15)}::timestamptz::date, 7)`.execute(
      site.db,
    );
    await follow("availability", [ago(400), ago(399), ago(15), ago(0.01)]);
    const page = await read(desk.get("/admin"));
    expect(page).toContain("De 2 à 4 en 12 semaines");
    expect(page.match(/class="spark-point"/g)).toHaveLength(22);
    expect(page).toContain("<td>7 (+5)</td>");
    expect(page).toContain("<td>4 (−3)</td>");
    await noteFollowers(site.db);
    await noteFollowers(site.db);
    expect(
      await site.db
        .selectFrom("followerCounts")
        .select(["kind", "followers"])
        .orderBy("day", "desc")
        .orderBy("kind")
        .limit(2)
        .execute(),
    ).toEqual([
      { kind: "availability", followers: 4 },
      { kind: "host", followers: 0 },
    ]);
    expect(await read(desk.get("/admin"))).toContain("De 2 à 4 en 12 semaines");
  });

  test("speaks English to who asks for it", async () => {
    const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${site.origin}/admin`, { headers: { "accept-language": "en", cookie } });
    expect(await answer.text()).toContain("Nothing waits for you.");
  });
});

test("a request for a place stands by its name, pressing once it waits longer than the host says", async () => {
  await publish(site.db, "courriel", { ...files, title: "Courriel" });
  await say(site.db, "courriel", { state: "open" });
  await sql`insert into place_settings (singleton, answer_days, kept_months) values (true, 3, 24)
    on conflict (singleton) do update set answer_days = 3`.execute(site.db);
  await sql`insert into place_requests (id, form, offer, name, people, message, contact, contact_kind, language, state, received, changed, waiting)
    select gen_random_uuid(), name, (select id from offers), name, 12, '', 'a@example.org', 'email', 'fr', 'received', since, since, since
    from (values ('Les Jardins', ${ago(1)}::timestamptz), ('Le Lavoir', ${ago(9)}::timestamptz)) as asked (name, since)`.execute(
    site.db,
  );
  const page = await read(desk.get("/admin"));
  expect(tasksOf(page).slice(0, 2)).toEqual([
    expect.stringContaining("Le Lavoir"),
    expect.stringContaining("Les Jardins"),
  ]);
  expect(page.match(/task-urgent/g)).toHaveLength(1);
  const [, link = ""] = /href="(\/admin\/requests\/[^"]+)"/.exec(page) ?? [];
  expect((await desk.get(link)).status).toBe(200);
});

test("an administrator whom a password alone lets in is advised of more, and others are not", async () => {
  expect(await read(desk.get("/admin"))).toContain("Un mot de passe seul vous laisse entrer");
  const editor = await signedIn(site, "editor");
  expect(await read(editor.get("/admin"))).not.toContain("Un mot de passe seul");
  const { id } = await site.db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", "administrator@example.org")
    .executeTakeFirstOrThrow();
  await sql`insert into passkeys (id, account, name, public_key, counter, transports, created)
    values ('k', ${id}, 'clé', '\\x00', 0, '{}', now())`.execute(site.db);
  expect(await read(desk.get("/admin"))).not.toContain("Un mot de passe seul");
});

test("what was done from these pages has its words in the journal", async () => {
  await publish(site.db, "courriel", { ...files, title: "Courriel" });
  await desk.post("/admin/availability/offers/courriel/state", { state: "open", version: "0" });
  await desk.post("/admin/availability/confirmation", {});
  const page = await read(desk.get("/admin/server/journal"));
  expect(page).toContain("Disponibilité dite : Courriel");
  expect(page).toContain("Toutes les disponibilités confirmées");
});

describe("the state of the server", () => {
  test("is said in plain words, each with what to do", async () => {
    const page = await read(desk.get("/admin/server"));
    for (const words of ["Travail de fond", "Rien n’est en retard", "Sauvegarde", "Place sur le disque", "sont libres"])
      expect(page).toContain(words);
    expect(page).toContain("Ce site n’envoie pas de courriel");
    expect(page).toContain("essaim doctor");
  });

  test("says that something was given up, and leads to where that is settled", async () => {
    const { id: actor } = await site.db
      .selectFrom("handles")
      .select("id")
      .where("kind", "=", "host")
      .executeTakeFirstOrThrow();
    const outgoing = crypto.randomUUID();
    await site.db
      .insertInto("outgoing")
      .values({ id: outgoing, actor, type: "Create", body: "{}", public: true })
      .execute();
    const given = { outgoing, inbox: "https://x.invalid/inbox", origin: "https://x.invalid", attempts: 34 };
    await site.db
      .insertInto("deliveries")
      .values({ ...given, state: "failed" })
      .execute();
    const page = await read(desk.get("/admin/server"));
    expect(page).toContain("Un envoi a été abandonné");
    expect(page).toContain('href="/admin/followers/deliveries"');
    expect((await (await signedIn(site, "reader")).get("/admin/server")).status).toBe(403);
  });
});

async function follow(kind: string, since: readonly Date[]): Promise<void> {
  const { id: actor } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  for (const [n, when] of since.entries()) {
    const id = `https://f.example/${n}`;
    await site.db
      .insertInto("remoteActors")
      .values({ id, type: "Person", inbox: `${id}/inbox` })
      .onConflict((known) => known.doNothing())
      .execute();
    await site.db
      .insertInto("followers")
      .values({ actor, follower: id, follow: `${id}/f`, inbox: `${id}/inbox`, accepted: true, since: when })
      .execute();
  }
}
