import { afterAll, beforeAll, expect, test } from "vitest";
import { readSeedsOnce } from "../../src/catalogue/seeds.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import type { Outbound } from "../../src/foundation/outbound.ts";
import { claimByOwner, enterList, removeByOwner } from "../../src/unclaimed/changes.ts";
import { gatherList } from "../../src/unclaimed/gather.ts";
import { countUnclaimed, findClaimant, listUnclaimed, outlookOf } from "../../src/unclaimed/queries.ts";
import type { Found } from "../../src/unclaimed/reading.ts";
import { listHost } from "../support/listed.ts";
import { startSite, type TestSite } from "../support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** The web of this test: what stands at each address. All names are invented. */
const web = new Map<string, string>();
const outbound: Pick<Outbound, "request"> = {
  request: async (url) => {
    const body = web.get(String(url));
    if (body === undefined) throw new Unreachable("nobody is there");
    return { status: 200, headers: {}, body: Buffer.from(body), url: String(url) };
  },
};
const list = "https://reseau.example/federation.properties";
const organization = (name: string, more = "") =>
  `file.class = organization\norganization.name = ${name}\norganization.website = https://${name.toLowerCase()}.example/\norganization.contact.email = ada@${name.toLowerCase()}.example\norganization.country.code = FR\n${more}`;
const name = (...names: readonly string[]) =>
  `file.class = federation\nfederation.name = Le Réseau\n${names.map((one) => `subs.${one} = https://${one}.example/o.properties`).join("\n")}`;
const gather = async (): Promise<Found> => {
  const found = await gatherList({ ...outbound } as Outbound, { source: list, file: null }, async () => {}, new Date());
  if (!found.done) throw new Error(found.reason);
  return found.value;
};
const enter = async () => {
  const found = await gather();
  await site.db.transaction().execute((tx) => enterList(tx, list, found, new Date()));
};
const names = async () =>
  (await listUnclaimed(site.db, { skip: 0, limit: 100, need: null })).map((entry) => entry.name);
const entryOf = async (wanted: string) => {
  const entry = (await listUnclaimed(site.db, { skip: 0, limit: 100, need: null })).find((one) => one.name === wanted);
  if (!entry) throw new Error(`no entry ${wanted}`);
  return entry;
};

test("the file of a federation gives its organisations, with needs guessed and nothing of persons", async () => {
  web.set(list, name("courge", "navet", "ada", "fini", "absent", "discret"));
  web.set(
    "https://courge.example/o.properties",
    organization(
      "Courge",
      "organization.description = Écrire à ada@courge.example\nsubs.mail = https://courge.example/s.properties",
    ),
  );
  web.set(
    "https://courge.example/s.properties",
    "file.class = service\nservice.name = Courriel\nsoftware.name = Roundcube",
  );
  web.set("https://navet.example/o.properties", organization("Navet"));
  web.set("https://ada.example/o.properties", organization("Ada", "organization.type = INDIVIDUAL"));
  web.set("https://fini.example/o.properties", organization("Fini", "organization.enddate = 2020-01-01"));
  web.set("https://discret.example/o.properties", organization("Discret"));
  web.set("https://discret.example/.well-known/essaim-claim", "essaim: remove\n");
  const found = await gather();
  expect(found.sightings.map((one) => one.name)).toEqual(["Courge", "Navet"]);
  expect(found.sightings[0]).toMatchObject({ summary: "Écrire à …", territory: "country:FR" });
  expect(found.sightings[0]?.needs).toContain("email");
  expect(JSON.stringify(found)).not.toContain("ada@");
  expect(Object.fromEntries(found.left.map(({ file, reason }) => [new URL(file).hostname, reason]))).toEqual({
    "ada.example": "a-person",
    "fini.example": "closed",
    "discret.example": "opted-out",
    "absent.example": "unreachable",
  });
  expect(await outlookOf(site.db, list, found)).toMatchObject({ fresh: 2, same: 0, gone: 0 });
});

test("entered twice, each is there once; what the list names no more goes", async () => {
  await enter();
  await enter();
  expect(await names()).toEqual(["Courge", "Navet"]);
  web.set(list, name("courge"));
  await enter();
  expect(await names()).toEqual(["Courge"]);
  web.set(list, name("courge", "navet"));
  await enter();
  expect(await names()).toEqual(["Courge", "Navet"]);
});

test("an entry gives way to a host of its own domain, and to none beside it", async () => {
  await listHost(site.db, "https://essaim.navet.example", { name: "Le Navet", trust: 2 });
  await listHost(site.db, "https://faux-courge.example", { name: "Fausse", trust: 4 });
  expect(await names()).toEqual(["Courge"]);
  expect((await listHosts("navet"))?.profile.name).toBe("Le Navet");
  await site.db.deleteFrom("instances").where("origin", "=", "https://essaim.navet.example").execute();
  expect(await names()).toEqual(["Courge", "Navet"]);
});

async function listHosts(domain: string) {
  const { id } = await site.db
    .selectFrom("unclaimed")
    .select("id")
    .where("domain", "=", `${domain}.example`)
    .executeTakeFirstOrThrow();
  return await findClaimant(site.db, id);
}

test("a host that lives elsewhere takes its place only when the website says so", async () => {
  await listHost(site.db, "https://ailleurs.example", { name: "Courge", trust: 2 });
  const entry = await entryOf("Courge");
  const claim = (typed: string, minutes: number) =>
    claimByOwner({ db: site.db, outbound, now: new Date(Date.now() + minutes * 60_000) }, entry, typed);
  expect(await claim("", 0)).toMatchObject({ reason: "address-malformed" });
  expect(await claim("https://inconnue.example", 0)).toMatchObject({ reason: "unknown-instance" });
  expect(await claim("ailleurs.example", 1)).toMatchObject({ reason: "no-proof" });
  expect(await claim("ailleurs.example", 1)).toMatchObject({ reason: "too-soon" });
  web.set("https://courge.example/", '<a rel="me" href="https://ailleurs.example/@courge">nous</a>');
  expect(await claim("ailleurs.example", 2)).toMatchObject({ done: true });
  expect(await names()).toEqual(["Navet"]);
});

test("removed by its owner, no later list brings it back", async () => {
  const entry = await entryOf("Navet");
  const remove = (minutes: number) =>
    removeByOwner({ db: site.db, outbound, now: new Date(Date.now() + minutes * 60_000) }, entry);
  expect(await remove(10)).toMatchObject({ reason: "no-proof" });
  web.set("https://navet.example/.well-known/essaim-claim", "essaim: remove");
  expect(await remove(20)).toMatchObject({ done: true });
  web.delete("https://navet.example/.well-known/essaim-claim");
  await enter();
  expect(await names()).toEqual([]);
  expect(await outlookOf(site.db, list, await gather())).toMatchObject({ removed: 1 });
  expect(await countUnclaimed(site.db)).toBe(0);
});

test("a directory.json of the LibreHosters is read too, and what is neither is refused", async () => {
  const directory = "https://libre.example/directory.json";
  web.set(
    directory,
    JSON.stringify({ radis: "https://radis.example/librehost.json", rien: "https://rien.example/librehost.json" }),
  );
  web.set(
    "https://radis.example/librehost.json",
    JSON.stringify({ name: "Radis", homeUrl: "https://radis.example", tagLine: "Libre" }),
  );
  const read = (source: string) => gatherList(outbound as Outbound, { source, file: null }, async () => {}, new Date());
  expect(await read(directory)).toMatchObject({
    done: true,
    value: { source: "librehosters", sightings: [{ name: "Radis" }] },
  });
  web.set("https://libre.example/other.json", '{"data":[]}');
  expect(await read("https://libre.example/other.json")).toMatchObject({ reason: "not-this-format" });
  expect(await read("https://libre.example/nothing")).toMatchObject({ reason: "unreachable" });
  expect(await read("https://courge.example/o.properties")).toMatchObject({ reason: "not-this-format" });
});

test("the list of first instances is read once, and makes candidates that nobody trusts", async () => {
  await site.db.deleteFrom("seedsRead").execute();
  const read = (origin: string) => site.db.transaction().execute((tx) => readSeedsOnce(tx, [origin], new Date()));
  await read("https://premiere.example");
  await read("https://seconde.example");
  const rows = await site.db
    .selectFrom("instances")
    .select(["origin", "state", "hops"])
    .where("source", "=", "seed")
    .execute();
  expect(rows).toEqual([{ origin: "https://premiere.example", state: "candidate", hops: 0 }]);
});
