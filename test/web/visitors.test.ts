import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorParty } from "../../src/funding/parties.ts";
import { sweepVisitors } from "../../src/visitors/sweep.ts";
import { eventually } from "../support/eventually.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { type Abilities, type MastodonApi, startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, type Visitor, visitor } from "./desk.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
});
afterAll(() => site[Symbol.asyncDispose]());

/** Types an address; gives where that leads. */
async function leave(browser: Visitor, account: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await browser.post("/sign-in", { account, ...more });
  const said = answer.status === 303 ? "" : await answer.text();
  expect({ status: answer.status, said: errorIn(said) }).toEqual({ status: 303, said: null });
  return answer.headers.get("location") ?? "";
}

const pathOf = (address: string): string => address.slice(site.origin.length);
const errorIn = (html: string): string | null => /id="account-error">.*?<span>(.*?)<\/span>/s.exec(html)?.[1] ?? null;

/** The whole way, as somebody goes who agrees. */
async function comeIn(browser: Visitor, api: MastodonApi, account: string, to = ""): Promise<Response> {
  const page = await leave(browser, account, { back: to });
  return browser.get(pathOf(await api.answer(page, "yes")));
}

async function whoIs(browser: Visitor): Promise<string | null> {
  const answer = await browser.get("/sign-in/you");
  return answer.status === 200 ? (/<p class="lead">(.*?)<\/p>/s.exec(await answer.text())?.[1] ?? null) : null;
}

const asAlice = (api: MastodonApi) => `Vous utilisez ici votre compte @alice@${api.host}.`;

describe("somebody comes in with their own account", () => {
  const servers: readonly (readonly [string, Abilities, string])[] = [
    ["Mastodon 4.4", {}, "profile"],
    ["Mastodon 4.3, which has no userinfo", { userinfo: false }, "profile"],
    [
      "Mastodon 4.2, which does not describe itself",
      { described: false, userinfo: false, scopes: ["read", "read:accounts", "write"] },
      "read:accounts",
    ],
    [
      "GoToSocial, which knows no scope of that name",
      { userinfo: false, scopes: ["read", "read:accounts", "write", "push", "admin"] },
      "read:accounts",
    ],
    ["one with broad scopes only", { userinfo: false, scopes: ["read", "write"] }, "read"],
  ];

  test.each(servers)("on %s", async (_, abilities, scope) => {
    await using api = await startMastodonApi(abilities);
    const browser = visitor(site);
    const page = new URL(await leave(browser, `@alice@${api.host}`));
    expect(page.searchParams.get("scope")).toBe(scope);
    expect(page.searchParams.get("code_challenge_method")).toBe("S256");
    const back = await browser.get(pathOf(await api.answer(page.href, "yes")));
    expect([back.status, back.headers.get("location")]).toEqual([303, "/sign-in/you"]);
    expect(await whoIs(browser)).toBe(asAlice(api));
    expect(api.open.size).toBe(0); // the permission was given back
    expect(api.asked.filter(({ token }) => token !== null).length).toBeLessThanOrEqual(2);
  });

  test("who may type an address, the address of their profile, or their server", async () => {
    await using api = await startMastodonApi();
    for (const typed of [`alice@${api.host}`, `${api.origin}/@alice`, api.host, `${api.origin}/about`]) {
      const browser = visitor(site);
      await comeIn(browser, api, typed);
      expect(await whoIs(browser)).toBe(asAlice(api));
    }
    const posts = api.asked.filter(({ path }) => path === "/api/v1/apps");
    expect(posts.map(({ form }) => form.get("client_name"))).toEqual(["La Pomme"]); // registered once
  });

  test("keeps nothing of it but a key, and goes when they say so", async () => {
    await using api = await startMastodonApi();
    const browser = visitor(site);
    const answer = await comeIn(browser, api, api.host);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("visitor=")) ?? "";
    expect(cookie).toMatch(/^visitor=[\w-]{43};.*Max-Age=604800.*HttpOnly.*SameSite=Lax/i);
    expect(browser.cookies.has("visitor-sign-in")).toBe(false);
    const rows = await site.db
      .selectFrom("visitorSessions")
      .selectAll()
      .where("actor", "=", api.actor("alice"))
      .execute();
    expect(rows).toMatchObject([{ name: "Alice Martin", address: `@alice@${api.host}`, url: `${api.origin}/@alice` }]);
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get("visitor"));
    const left = await browser.post("/sign-out");
    expect(left.headers.get("location")).toBe("/sign-in?left");
    expect(await whoIs(browser)).toBeNull();
    expect(await (await browser.get("/sign-in?left")).text()).toContain("Vous êtes parti d’ici");
  });

  test("leaves every browser at once", async () => {
    await using api = await startMastodonApi();
    const [one, other] = [visitor(site), visitor(site)];
    await comeIn(one, api, api.host);
    await comeIn(other, api, api.host);
    await one.post("/sign-out", { from: "everywhere" });
    expect([await whoIs(one), await whoIs(other)]).toEqual([null, null]);
  });

  test("erases what they did here in one go, is signed out, and is shown who has confirmed it", async () => {
    await using api = await startMastodonApi();
    const browser = visitor(site);
    await comeIn(browser, api, `@alice@${api.host}`);
    const address = `@alice@${api.host}`;
    const sessions = site.db.selectFrom("visitorSessions").select("actor").where("address", "=", address);
    const { actor } = await sessions.executeTakeFirstOrThrow();
    const shown = { actor, name: "Alice", address };
    const { id } = await site.db.transaction().execute((tx) => actorParty(tx, shown, new Date()));
    expect(await (await browser.get("/sign-in/you")).text()).toContain("Effacer ce que j’ai fait ici");
    const erased = await browser.post("/sign-in/you/erasure");
    const page = await browser.get(erased.headers.get("location") ?? "");
    expect(await page.text()).toContain("Ce que vous avez fait ici est effacé");
    expect(await whoIs(browser)).toBeNull();
    const party = site.db.selectFrom("parties").select(["name", "actor", "address"]).where("id", "=", id);
    expect(await party.execute()).toEqual([{ name: "", actor: null, address: null }]);
  });

  test("is led where they were going, and nowhere else", async () => {
    await using api = await startMastodonApi();
    const back = await comeIn(visitor(site), api, api.host, "/directory?need=mail");
    expect(back.headers.get("location")).toBe("/directory?need=mail");
    for (const then of ["https://evil.example/", "//evil.example", "/\\evil.example", "/x/..//evil.example", "/admin"])
      expect((await comeIn(visitor(site), api, api.host, then)).headers.get("location")).toBe("/sign-in/you");
    const asked = await visitor(site).get("/sign-in/you?a=b");
    expect(asked.headers.get("location")).toBe(`/sign-in?then=${encodeURIComponent("/sign-in/you?a=b")}`);
  });

  test("is known no longer once their domain is blocked, or their server says they are gone", async () => {
    await using api = await startMastodonApi();
    await using other = await startMastodonApi();
    const [blocked, gone] = [visitor(site), visitor(site)];
    await comeIn(blocked, api, api.host);
    await comeIn(gone, other, other.host);
    await site.api("POST", "/blocks", { domain: api.host });
    await eventually(async () => (await whoIs(blocked)) === null);
    expect(await whoIs(gone)).not.toBeNull();
    await site.db
      .updateTable("remoteActors")
      .set({ gone: new Date() })
      .where("id", "=", other.actor("alice"))
      .execute();
    expect(await whoIs(gone)).toBeNull();
  });

  test("though their server has forgotten us meanwhile, as Mastodon does each day", async () => {
    await using api = await startMastodonApi();
    await comeIn(visitor(site), api, api.host);
    api.forgetApplications();
    const browser = visitor(site);
    await comeIn(browser, api, api.host);
    expect(await whoIs(browser)).toBe(asAlice(api));
  });
});

describe("what does not work is said, and the form is there again as it was filled in", () => {
  const refused = async (answer: Response, typed: string, sentence: string, status = 422) => {
    const html = await answer.text();
    expect([answer.status, errorIn(html)]).toEqual([status, printed(sentence)]);
    if (typed !== "") expect(html).toContain(`value="${typed}"`);
  };
  const type = (account: string) => visitor(site).post("/sign-in", { account });

  test.each([
    ["", "Il manque votre adresse. Par exemple @association@serveur.org."],
    ["alice", "Il manque un « @ » et le nom de votre serveur. Par exemple @association@serveur.org."],
    ["alice@", "Nous n’arrivons pas à lire cette adresse. Par exemple @association@serveur.org."],
    ["alice@127.0.0.1:9", "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes."],
    ["10.0.0.1", "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes."],
    ["alice@192.168.1.1", "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes."],
    ["169.254.169.254", "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes."],
  ])("%j", async (typed, sentence) => refused(await type(typed), typed, sentence));

  test("our own address, someone unknown, and a server of nothing of the kind", async () => {
    await using api = await startMastodonApi({ apps: "none" });
    const own = new URL(site.origin).host;
    await refused(
      await type(own),
      own,
      "Cette adresse est la nôtre. Écrivez celle de votre compte, sur votre propre serveur.",
    );
    const nobody = `nobody@${api.host}`;
    await refused(
      await type(nobody),
      nobody,
      "Ce serveur ne connaît personne de ce nom. Vérifiez l’orthographe de votre adresse.",
    );
    await refused(
      await type(api.host),
      api.host,
      "Ce serveur ne peut pas nous dire qui vous êtes. Écrivez votre adresse entière, par exemple @association@serveur.org : nous vous donnerons un code à nous envoyer.",
    );
    api.instead("/.well-known/nodeinfo", () => ({ status: 404 }));
    await refused(
      await type(api.host),
      api.host,
      "Nous ne reconnaissons pas là un serveur du Fédivers. Écrivez votre adresse entière, par exemple @association@serveur.org.",
    );
  });

  test("a server that takes no applications, and a blocked domain", async () => {
    await using api = await startMastodonApi({ apps: "refused" });
    const account = `@alice@${api.host}`;
    const sentence =
      "Ce serveur n’accepte pas que d’autres sites lui demandent qui vous êtes. Choisissez « Plutôt par un message ».";
    await refused(await type(account), account, sentence);
    expect(await leave(visitor(site), account, { by: "message" })).toBe("/sign-in/code");
    await site.api("POST", "/blocks", { domain: api.host });
    const closed = "Ce site n’échange pas avec ce serveur. Si vous pensez que c’est une erreur, écrivez-nous.";
    await eventually(async () => errorIn(await (await type(account)).text()) === printed(closed));
    await refused(await type(api.host), api.host, closed);
  });

  test("somebody who says no on their server", async () => {
    await using api = await startMastodonApi();
    const browser = visitor(site);
    const page = await leave(browser, api.host);
    const back = await browser.get(pathOf(await api.answer(page, "no")));
    await refused(
      back,
      api.host,
      "Vous avez refusé sur votre serveur, et nous ne savons rien de vous. Vous pouvez essayer de nouveau.",
    );
    expect(api.asked.some(({ path, form }) => path === "/oauth/token" && form.get("code") !== "none")).toBe(false);
  });

  const strange =
    "Ce retour ne vient pas d’une demande faite dans ce navigateur, ou elle date de plus de quinze minutes. Recommencez ici.";

  test("a return with another state, to another browser, twice, or too late", async () => {
    await using api = await startMastodonApi();
    const browser = visitor(site);
    const back = pathOf(await api.answer(await leave(browser, api.host), "yes"));
    await refused(await browser.get(back.replace(/state=[^&]+/, "state=other")), api.host, strange);
    await refused(await visitor(site).get(back), "", strange);
    const cookie = browser.cookies.get("visitor-sign-in") ?? "";
    expect((await browser.get(back)).status).toBe(303);
    browser.cookies.set("visitor-sign-in", cookie);
    await refused(await browser.get(back), "", strange);
    const late = visitor(site);
    const page = await api.answer(await leave(late, api.host), "yes");
    await site.db
      .updateTable("visitorSignIns")
      .set({ created: new Date(Date.now() - 16 * 60_000) })
      .execute();
    await refused(await late.get(pathOf(page)), "", strange);
    expect(await whoIs(late)).toBeNull();
  });

  test("too many tries from one place", async () => {
    const browser = visitor(site);
    for (let tried = 0; tried < 20; tried += 1) await browser.post("/sign-in", { account: "a@10.0.0.1" });
    const answer = await browser.post("/sign-in", { account: "a@10.0.0.1" });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const sentence =
      "Beaucoup d’essais sont partis de chez vous, ou de votre réseau, en peu de temps. Revenez dans une heure.";
    await refused(answer, "a@10.0.0.1", sentence, 429);
  });
});

describe("a hostile server", () => {
  const notConfirmed =
    "Votre serveur n’a pas confirmé qui vous êtes. Essayez de nouveau, ou choisissez « Plutôt par un message ».";
  const foreign = "Ce serveur parle d’un compte qui est sur un autre serveur. Écrivez l’adresse entière de ce compte.";
  const away = "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes.";

  const sentenceFor = async (evil: MastodonApi): Promise<string | null> => {
    const browser = visitor(site);
    const answer = await comeIn(browser, evil, evil.host);
    expect(await whoIs(browser)).toBeNull();
    return errorIn(await answer.text());
  };

  test("speaks for nobody of another, by userinfo or by its WebFinger", async () => {
    await using honest = await startMastodonApi();
    await using evil = await startMastodonApi();
    evil.instead("/oauth/userinfo", () => ({ status: 200, body: { sub: honest.actor("alice") } }));
    expect(await sentenceFor(evil)).toBe(foreign);
    evil.instead("/oauth/userinfo", () => ({ status: 404 }));
    const self = { rel: "self", type: "application/activity+json", href: honest.actor("alice") };
    evil.instead("/.well-known/webfinger", () => ({ status: 200, body: { links: [self] } }));
    expect(await sentenceFor(evil)).toBe(foreign);
    expect(evil.open.size).toBe(0);
  });

  test("gives answers that are none: no actor, huge, nested, of another shape", async () => {
    await using evil = await startMastodonApi();
    const says = (body: unknown, status = 200) => evil.instead("/oauth/userinfo", () => ({ status, body }));
    says({ sub: `${evil.origin}/users/nobody` });
    expect(await sentenceFor(evil)).toBe(
      "Votre serveur ne montre pas ce compte aux autres serveurs. Nous ne pouvons donc pas le reconnaître.",
    );
    says({ sub: evil.actor("alice"), filler: "x".repeat(300_000) });
    expect(await sentenceFor(evil)).toBe(away);
    says(`{"sub":["x"],"__proto__":{"sub":"${evil.actor("alice")}"}}`);
    evil.instead("/api/v1/accounts/verify_credentials", () => ({ status: 200, body: { username: "a@b" } }));
    expect(await sentenceFor(evil)).toBe(printed(notConfirmed));
    evil.instead("/oauth/token", ({ form }) =>
      form.get("code") === "none" ? undefined : { status: 200, body: { access_token: "a\r\nb" } },
    );
    expect(await sentenceFor(evil)).toBe(printed(notConfirmed));
    expect(evil.open.size).toBe(0);
  });

  test("sends us to where we do not go, and learns nothing by it", async () => {
    await using evil = await startMastodonApi();
    await using inside = await startMastodonApi();
    const to = (location: string) => ({ status: 307, headers: { location } });
    evil.instead("/oauth/userinfo", () => to(`${inside.origin}/oauth/userinfo`));
    evil.instead("/api/v1/accounts/verify_credentials", () => to("http://10.0.0.1/"));
    expect(await sentenceFor(evil)).toBe(printed(notConfirmed));
    evil.instead("/.well-known/oauth-authorization-server", () => to(`${inside.origin}/`));
    evil.instead("/api/v1/apps", () => to(`${inside.origin}/api/v1/apps`));
    evil.forgetApplications();
    expect((await visitor(site).post("/sign-in", { account: evil.host })).status).toBe(422);
    expect(inside.asked).toEqual([]);
  });

  test("names pages of another server, which are not believed", async () => {
    await using evil = await startMastodonApi();
    await using other = await startMastodonApi();
    evil.instead("/.well-known/oauth-authorization-server", () => ({
      status: 200,
      body: {
        ...{ issuer: evil.origin, authorization_endpoint: `${other.origin}/oauth/authorize` },
        ...{ token_endpoint: `${other.origin}/oauth/token`, scopes_supported: ["profile"] },
      },
    }));
    expect(new URL(await leave(visitor(site), evil.host)).origin).toBe(evil.origin);
    expect(other.asked).toEqual([]);
  });

  test("answers so slowly that nobody waits", async () => {
    await using evil = await startMastodonApi();
    evil.instead("/.well-known/oauth-authorization-server", () => ({ status: 200, delayMs: 3_600_000 }));
    const answer = await visitor(site).post("/sign-in", { account: `alice@${evil.host}` });
    expect(errorIn(await answer.text())).toBe(away);
  });
});

describe("where their server has no page for it, they send us a code", () => {
  const codeIn = async (browser: Visitor): Promise<string> => {
    const html = await (await browser.get("/sign-in/code")).text();
    return /@demandes@[^\s<]+ <span class="nowrap">(\d{4}-\d{4})/.exec(html)?.[1] ?? "";
  };
  const intake = async () => {
    const row = await site.db.selectFrom("handles").select("id").where("kind", "=", "intake").executeTakeFirstOrThrow();
    return `${site.origin}/ap/actors/${row.id}`;
  };
  const privately = (to: string) => ({ to: [to], cc: [] });
  const messagesOf = async (author: string) => {
    const rows = await site.db.selectFrom("messages").select("content").where("author", "=", author).execute();
    return rows.map(({ content }) => content);
  };
  const heard = (id: string) =>
    eventually(() => site.db.selectFrom("heard").select("activity").where("activity", "=", id).executeTakeFirst());
  const titleOf = async (answer: Response) => /<h2>(.*?)<\/h2>/.exec(await answer.text())?.[1];

  test("in public or in private, and the browser that asked lets them in, and only that", async () => {
    await using alice = await startFakeMastodon();
    const to = await intake();
    for (const more of [{}, privately(to)]) {
      const [browser, other] = [visitor(site), visitor(site)];
      expect(await leave(browser, `@${alice.handle}`, { back: "/directory" })).toBe("/sign-in/code");
      await leave(other, `@${alice.handle}`);
      const code = await codeIn(browser);
      await alice.mention(to, `<p><span><a href="${to}">@demandes</a></span> ${code}</p>`, more);
      const answer = await browser.post("/sign-in/code");
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/directory"]);
      expect(await whoIs(browser)).toBe(`Vous utilisez ici votre compte @${alice.handle}.`);
      expect(await whoIs(other)).toBeNull();
      expect((await other.get("/sign-in/code")).status).toBe(200);
    }
    expect(await messagesOf(alice.actor)).toEqual([]);
  });

  test("and nobody else can send it, nor they another", async () => {
    await using alice = await startFakeMastodon();
    await using mallory = await startFakeMastodon("mallory");
    const to = await intake();
    const browser = visitor(site);
    await leave(browser, `@${alice.handle}`);
    const code = await codeIn(browser);
    await heard((await mallory.mention(to, `<p>@demandes ${code}</p>`)).id);
    expect(await titleOf(await browser.post("/sign-in/code"))).toBe("Votre message n’est pas encore arrivé");
    const wrong = code === "0000-0000" ? "1111-1111" : "0000-0000";
    await heard((await alice.mention(to, `<p>@demandes ${wrong}</p>`)).id);
    expect(await titleOf(await browser.post("/sign-in/code"))).toBe("Un autre code est arrivé");
    for (let tries = 0; tries < 4; tries += 1) await heard((await alice.mention(to, `<p>${wrong}</p>`)).id);
    await heard((await alice.mention(to, `<p>${code}</p>`)).id);
    const spent = await browser.post("/sign-in/code");
    expect(errorIn(await spent.text())).toMatch(/^Ce code n’est plus valable/);
    expect([...(await messagesOf(alice.actor)), ...(await messagesOf(mallory.actor))]).toEqual([]);
  });

  test("once: neither the message again nor the browser again lets anybody in", async () => {
    await using alice = await startFakeMastodon();
    const to = await intake();
    const browser = visitor(site);
    await leave(browser, `@${alice.handle}`);
    const code = await codeIn(browser);
    const key = browser.cookies.get("visitor-sign-in") ?? "";
    await alice.mention(to, `<p>${code}</p>`);
    expect((await browser.post("/sign-in/code")).status).toBe(303);
    const thief = visitor(site);
    thief.cookies.set("visitor-sign-in", key);
    expect((await thief.post("/sign-in/code")).status).toBe(422);
    await heard((await alice.mention(to, `<p>${code}</p>`)).id);
    expect((await thief.post("/sign-in/code")).status).toBe(422);
  });

  test("while what else they write there is read by colleagues, figures or not", async () => {
    await using alice = await startFakeMastodon();
    const to = await intake();
    await leave(visitor(site), `@${alice.handle}`);
    const text = "<p>Nous cherchons 600 € pour 2026-2027</p>";
    await heard((await alice.mention(to, text, { id: `${alice.actor}/statuses/${randomUUID()}` })).id);
    expect(await messagesOf(alice.actor)).toEqual([text]);
  });
});

test("the account to which people write can be found and followed", async () => {
  await using alice = await startFakeMastodon();
  const found = await alice.find(`@demandes@${new URL(site.origin).host}`);
  expect(found).toMatchObject({ type: "Service", preferredUsername: "demandes", manuallyApprovesFollowers: false });
  await alice.follow(String(found["id"]));
  await alice.waitFor(({ type }) => type === "Accept");
  const html = await (await visitor(site).get("/@demandes")).text();
  expect(html).toContain("Écrire à La Pomme");
});

test("what has run out is forgotten", async () => {
  await using api = await startMastodonApi();
  const browser = visitor(site);
  await comeIn(browser, api, api.host);
  await leave(visitor(site), api.host);
  await sweepVisitors(site.db, new Date(Date.now() + 100 * 86_400_000));
  for (const table of ["visitorSessions", "visitorSignIns", "visitorServers"] as const)
    expect(await site.db.selectFrom(table).selectAll().execute()).toEqual([]);
  expect(await whoIs(browser)).toBeNull();
});
