import { randomUUID } from "node:crypto";
import { test } from "vitest";
import demonstration from "../../src/demo.json" with { type: "json" };
import { importSample } from "../../src/exchange/sample.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { sample } from "../support/sample/sample.ts";
import { startSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { openBrowser } from "./browser.ts";

test("look", async () => {
  await using site = await startSite();
  const { db } = site;
  await db.transaction().execute((tx) => importSample(tx, demonstration, { host: "la-pomme", publish: true, now: new Date() }));
  const doc = sample();
  const known = await knowNeighbours(db, doc.hosts.slice(0, 12).map(({ id }) => ({ id })), new Date(), doc);
  await signedIn(site);
  const ada = await signedIn(site, "editor", "ada@example.org");
  const now = new Date();
  const kinds = ["joint-offer", "mutual-backup", "continuity", "skills-exchange", "subcontracting"];
  const insert = (i: number, more: object) => {
    const host = known[i % known.length]!;
    return db.insertInto("partnerships").values({
      id: randomUUID(), side: "asker", other: host.actor, otherName: host.profile.name, otherPage: host.url,
      kind: kinds[i % 5]!, rolesOffered: ["hosting"], rolesWanted: ["training", "support"], message: "Nous hébergeons, vous formez : nos associations seraient accompagnées jusqu’au bout.\n\nOn en parle en janvier ?",
      state: "accepted", shown: true, theirShown: true, offer: randomUUID(), asked: now, answered: now, changed: now, document: `${host.origin}/ap/relationships/${randomUUID()}`, ...more,
    } as never).returning("id").executeTakeFirstOrThrow();
  };
  for (let i = 0; i < 7; i++) await insert(i, {});
  const first = await insert(7, { side: "asker", state: "countered", document: null, theirShown: null });
  const second = await insert(7, { side: "asked", state: "received", counters: first.id, theirShown: null, message: "Plutôt l’inverse ?", rolesWanted: ["hosting"], rolesOffered: ["training"], expires: new Date(Date.now() + 5 * 86400000), offer: "https://x.example/1" });
  await insert(8, { side: "asked", state: "received", fromUnknown: true, theirShown: null, offer: "https://x.example/2" });
  await insert(9, { state: "sent", theirShown: null, document: null, expires: new Date(Date.now() + 2 * 86400000) });
  await insert(10, { state: "declined", theirShown: null, document: null, reason: "Nous n’avons pas le temps avant l’été." });
  await ada.post("/admin/partners/outside/new", { name: "Les Ateliers du Pont", email: "pont@example.org", language: "fr", kind: "skills-exchange", offered: "training", message: "Bonjour,\nEt si on s’entraidait ?" });
  const outside = (await db.selectFrom("outsidePartnerships").select("id").executeTakeFirst())?.id;
  const made = await (await ada.post(`/admin/partners/outside/${outside}/link`)).text();
  const token = /\/p\/([\w-]{43})/.exec(made)?.[1];
  const host = new URL(known[0]!.origin).host;
  const pages: [string, string][] = [
    ["network", "/partners"], ["network-one", `/partners?host=${host}`], ["about", "/about"], ["host", `/directory/hosts/${host}`], ["outside", `/p/${token}`],
    ["list", "/admin/partners"], ["sent", "/admin/partners?state=sent"], ["accepted", "/admin/partners?state=accepted"], ["gaps", "/admin/partners/gaps"], ["one", `/admin/partners/${second.id}`],
    ["new", `/admin/partners/new?to=${encodeURIComponent(known[0]!.actor)}&role=training`], ["outside-new", "/admin/partners/outside/new"], ["outside-desk", `/admin/partners/outside/${outside}`], ["today", "/admin"],
  ];
  const wanted = (process.env["LOOK"] ?? "").split(",").filter(Boolean);
  const browser = await openBrowser();
  try {
    for (const [name, width, colorScheme, locale] of [["1280", 1280, "light", "fr-FR"], ["390", 390, "light", "fr-FR"], ["390d", 390, "dark", "en-GB"], ["1280d", 1280, "dark", "en-GB"]] as const) {
      const context = await browser.newContext({ locale, viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${site.origin}/admin/sign-in`);
      await page.fill("#email", "administrator@example.org");
      await page.fill("#password", password);
      await page.click("main button.button-main");
      for (const [what, path] of pages) {
        if (wanted.length > 0 && !wanted.includes(what)) continue;
        const answer = await page.goto(site.origin + path);
        if (answer?.status() !== 200) console.log(what, answer?.status());
        await page.screenshot({ path: `/tmp/pp/${what}.${name}.png`, fullPage: true });
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
}, 300_000);
