import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { noFilters } from "../../src/directory/directory.ts";
import { listFitting } from "../../src/directory/fitting.ts";
import { search } from "../../src/directory/search.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { addPick, createSection } from "../../src/portal/changes.ts";
import { addHighlight } from "../../src/portal/highlights.ts";
import { anyFilters } from "../support/any-filters.ts";
import { diceOf } from "../support/generated-catalogue.ts";
import { flat, invent, perPerson } from "../support/invented-hosts.ts";
import { peerWith } from "../support/known-hosts.ts";
import { startSite, type TestSite } from "../support/site.ts";

let site: TestSite;
/** The keys of the offers of one that is blocked, and of one that has proved nothing. */
let hidden: readonly string[];
const names = ["zinzolin", "ouistiti"];
const now = new Date();

beforeAll(async () => {
  site = await startSite({ settings: { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "essaim@pomme.example" } });
  const rhone = { codes: ["dep:69"], policy: "priority" } as const;
  const offers = [
    { slug: "courriel", content: { title: "Le courriel commun", needs: ["email"], tiers: [perPerson(200)] } },
    { slug: "sondages", content: { title: "Choisir une date", needs: ["polls"], tiers: [flat(300)] } },
  ];
  await invent(site.db, { name: "four-banal", territory: rhone, offers });
  await invent(site.db, {
    name: "tilleul",
    offers: [{ slug: "wiki", content: { title: "Un wiki", needs: ["wiki"] } }],
  });
  const secret = [
    {
      slug: "xylophone",
      content: {
        ...{ title: "Xylophonie des zèbres courrielle", needs: ["email", "project-management"], tiers: [perPerson(1)] },
        ...{ summary: "courriel wiki dates", software: [{ name: "Zebralib" }], audiences: ["association"] },
      },
    },
    { slug: "kiwi", content: { title: "Kiwis", needs: ["wiki", "polls", "email"], tiers: [flat(1)] } },
  ];
  const corsica = { codes: ["dep:2A"], policy: "only" } as const;
  const keys: string[] = [];
  for (const name of names)
    keys.push(...(await invent(site.db, { name, territory: corsica, offers: secret, profile: { languages: ["oc"] } })));
  hidden = keys;
  for (const name of ["four-banal", "tilleul", "zinzolin"]) await peerWith(site.db, `https://${name}.example`);
  await pickHidden();
  const beyond = { cutOff, meetAgain };
  const wanted = { domain: "zinzolin.example", origin: site.origin, now: new Date(), beyond };
  expect((await site.db.transaction().execute((tx) => blockDomain(tx, wanted))).done).toBe(true);
  await site.db.updateTable("instances").set({ state: "candidate" }).where("name", "=", "ouistiti").execute();
  await site.db
    .updateTable("catalogueHosts")
    .set({ trust: 1 })
    .where("origin", "=", "https://ouistiti.example")
    .execute();
});
afterAll(() => site[Symbol.asyncDispose]());

/** A portal had put it first, and recommended it, before. */
async function pickHidden(): Promise<void> {
  const content = { title: "Choisis", introduction: "", language: "fr", query: "need=email" } as const;
  await site.db.transaction().execute(async (tx) => {
    for (const fill of ["picks", "search"] as const) {
      const section = await createSection(tx, { content: { ...content, title: fill, fill }, shown: true }, now);
      for (const name of names) {
        const offer = {
          kind: "offer",
          actor: `https://${name}.example/ap/actors/xylophone`,
          name: "Xylophonie",
        } as const;
        await addPick(tx, section, offer, now);
      }
    }
    for (const name of names) {
      const host = { kind: "host", actor: `https://${name}.example/ap/actors/host`, name } as const;
      await addHighlight(tx, host, { reason: "Parce que", language: "fr", who: "Ada" }, now);
    }
  });
}

/** Every address by which the public reads something of other hosts. */
function addresses(): readonly string[] {
  const [blocked = "", kiwi = ""] = hidden;
  const offers = hidden.map((key) => `offer=${encodeURIComponent(key)}`).join("&");
  const asked = [
    ...["", "q=xylophonie", "q=zebralib", "q=zinzolin", "q=zebres", "q=courrielle", "q=courriel+wiki", "q=xylophonei"],
    ...["need=email&need=wiki", "need=project-management", "software=Zebralib", "territory=dep%3A2A", "language=oc"],
    ...[
      "price_max=1&users=3",
      "sort=confirmed",
      "sort=nearness&territory=dep%3A2A",
      "alternative_to=Trello",
      "fresh=7",
    ],
  ].flatMap((query) => [query, `${query}&trust=all`]);
  const searched = [
    ...asked.flatMap((query) =>
      ["/directory", "/api/v1/directory", "/directory/feed.atom", "/directory/watch"].map((path) => `${path}?${query}`),
    ),
    ...["", "?trust=all", "?q=courriel+wiki&trust=all", "?q=xylophonie&trust=all"].flatMap((query) =>
      ["/directory.json", "/directory.csv"].map((path) => path + query),
    ),
  ];
  const pages = hidden.flatMap((key) => {
    const [host, slug] = key.split("/");
    return [`/directory/hosts/${host}`, `/directory/hosts/${host}/offers/${slug}`];
  });
  return [
    ...searched,
    ...pages,
    `/directory/compare?${offers}&users=3`,
    `/directory/compare?offer=four-banal.example%2Fcourriel&offer=${encodeURIComponent(blocked)}`,
    `/directory/compare?offer=${encodeURIComponent("https://zinzolin.example/offers/kiwi")}`,
    `/directory/combination?need=email&need=wiki&${offers}`,
    `/directory/combination?need=email&need=wiki&offer=${encodeURIComponent(kiwi)}`,
    "/directory/questions",
    "/directory/questions/results?need=email&need=wiki&need=project-management",
    "/directory/questions/results?need=project-management&place=dep%3A2A&users=3&price_max=5",
    ...["/", "/about", "/directory/map", "/directory/data", "/directory.librehost.json", "/librehost.json"],
    ...["/directory/unclaimed", "/sections", "/sections/picks", "/sections/search"],
    ...["/embed/picks.html", "/embed/picks.atom", "/embed/search.html", "/embed/search.atom", "/embed/list.html"],
    ...["/ap/instance/directory", "/ap/instance/directory?page=1", "/ap/instance/peers", "/ap/instance/digest"],
    ...["/nodeinfo/2.1", "/feed.atom", "/sitemap.xml"],
  ];
}

/** What stands there, without what is another at each look. */
async function read(address: string): Promise<string> {
  const response = await fetch(site.origin + address, { headers: { accept: "*/*", "accept-language": "fr" } });
  const text = (await response.text())
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "now")
    .replaceAll(/(name="form" value=)"[^"]*"/g, "$1");
  return `${response.status} ${text}`;
}

async function readAll(): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const address of addresses()) all.set(address, await read(address));
  return all;
}

describe("a host that is blocked, and one that has proved nothing", () => {
  test("are in no answer, and make none of them another than it were without them", async () => {
    const withThem = await readAll();
    for (const [address, text] of withThem) {
      // What somebody typed comes back as it was typed.
      const said = text.replaceAll(/value="[^"]*"|href="[^"]*"|content="[^"]*"/g, "");
      expect(said, address).not.toMatch(/Xylophonie des|Kiwis/);
    }
    expect([...withThem.values()].filter((text) => /^(5|429)/.test(text))).toEqual([]);
    expect(withThem.get("/directory.json")).toContain("Le courriel commun");
    expect([...withThem.values()].filter((text) => text.startsWith("200")).length).toBeGreaterThan(150);
    const found = await searchAll();
    const offers = names.map((name) => `https://${name}.example/ap/actors/kiwi`);
    expect(await listFitting(site.db, { ...noFilters, all: true }, offers, now)).toEqual([]); // as feeds, watches and letters ask
    await site.db.deleteFrom("instances").where("name", "in", names).execute();
    const without = await readAll();
    const others = [...withThem].flatMap(([address, text]) => differenceOf(address, text, without.get(address) ?? ""));
    expect(others).toEqual([]);
    expect(found).toEqual(await searchAll());
  });
});

test("one for whom nobody vouches neither hides, loosens nor corrects what is found without it", async () => {
  const title = "Courriel et wiki wikki choisir date";
  await invent(site.db, { name: "louche", offers: [{ slug: "tout", content: { title, needs: ["email", "wiki"] } }] });
  await site.db
    .updateTable("catalogueHosts")
    .set({ trust: 2 })
    .where("origin", "=", "https://louche.example")
    .execute();
  const ask = async (q: string, all: boolean) => {
    const findings = await search(site.db, { ...noFilters, q, all }, { after: null, limit: 9 }, now);
    const hosts = findings.items.map(({ host }) => new URL(host.origin).hostname).sort();
    return { ...findings, hosts };
  };
  expect(await ask("wikki", true)).toMatchObject({ corrected: [], hosts: ["louche.example"] });
  for (const typed of ["wikki", "wikkit"]) {
    const corrected = [{ typed, read: "wiki" }];
    expect(await ask(typed, false), typed).toMatchObject({ corrected, hosts: ["tilleul.example"] });
  }
  expect(await ask("courriel wiki", true)).toMatchObject({ loosened: false, hosts: ["louche.example"] });
  expect(await ask("courriel wiki", false)).toMatchObject({
    ...{ loosened: true, hosts: ["four-banal.example", "tilleul.example"] },
  });
});

/** Where two texts part. */
function differenceOf(address: string, one: string, other: string): readonly string[] {
  if (one === other) return [];
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - 120), at + 80);
  return [`${address}: ${part(one)} ≠ ${part(other)}`];
}

/** What is found, counted, corrected and where one goes on, whatever somebody looks for. */
async function searchAll(): Promise<readonly unknown[]> {
  const dice = diceOf(5);
  const found: unknown[] = [];
  const own = ["xylophonie", "zebralib", "courrielle", "courriel zebres", "kiwis dates"];
  for (let round = 0; round < 150; round += 1) {
    const filters = { ...anyFilters(dice), all: round % 2 === 0 };
    const q = round % 3 === 0 ? dice.one(own) : filters.q;
    const { items, ...rest } = await search(site.db, { ...filters, q }, { after: null, limit: 3 }, now);
    found.push({ ...rest, items: items.map(({ offer, ...item }) => ({ actor: offer.actor, state: item.state })) });
  }
  return found;
}
