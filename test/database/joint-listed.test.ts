import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { cutOff } from "../../src/catalogue/blocking.ts";
import type { HostSheet, OfferSheet } from "../../src/catalogue/catalogue.ts";
import { noteStamp } from "../../src/catalogue/joint-copies.ts";
import { keepHost, keepOffers, settleJointCopy } from "../../src/catalogue/keeping.ts";
import { noteSeen } from "../../src/catalogue/news.ts";
import { noFilters } from "../../src/directory/directory.ts";
import { readFilters } from "../../src/directory/filters.ts";
import { listGivenWith } from "../../src/directory/given-with.ts";
import { search } from "../../src/directory/search.ts";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { emptyProfile, type HostProfile, type Territory } from "../../src/hosts/host.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { databaseOfTests } from "../support/database.ts";
import { givenTogether, noteSigned } from "../support/signed-together.ts";

const now = new Date("2026-11-26T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const hostOf = (name: string, profile: Partial<HostProfile> = {}): HostSheet => ({
  ...{ actor: `https://${name}.example/host`, origin: `https://${name}.example`, handle: name, logo: null },
  ...{ url: `https://${name}.example/@${name}`, profile: { ...emptyProfile(`Le ${name}`, "fr"), ...profile } },
});
const only = (...codes: string[]): Territory => ({ codes, policy: "only" });

const rucher = hostOf("rucher", { capabilities: ["hosting"], languages: ["fr"], territory: only("dep:16") });
const fournil = hostOf("fournil", { capabilities: ["training"], languages: ["oc"], territory: only("reg:75") });
const offer = offerOf(rucher, "ensemble");
const joint = givenTogether(offer, [fournil]);

let db: Database;

beforeEach(async () => {
  db = await databaseOfTests();
  await act(async (tx) => {
    for (const host of [rucher, fournil]) await enter(tx, host, 4);
    await keepOffers(tx, [offerOf(rucher, "seul")], now);
    await keep(tx, joint);
  });
});

describe("an offer of several hosts", () => {
  test("is found as such, and the others as those of one alone", async () => {
    expect(await find("joint=yes")).toEqual(["ensemble"]);
    expect(await find("joint=no")).toEqual(["seul"]);
    expect(await find("joint=yes&joint=no")).toEqual(["ensemble", "seul"]);
    const { facets } = await search(db, { ...noFilters, joint: ["yes"] }, { after: null, limit: 9 }, now);
    expect(facets.joint).toEqual([
      { code: "no", count: 1 },
      { code: "yes", count: 1 },
    ]);
  });

  test("is found by the name of each of them, as it is called now and as it was when it signed", async () => {
    expect(await find("q=fournil")).toEqual(["ensemble"]);
    await act((tx) => keepHost(tx, hostOf("fournil", { ...fournil.profile, name: "La Boulange" }), later(1)));
    for (const q of ["boulange", "fournil"]) expect(await find(`q=${q}`)).toEqual(["ensemble"]);
  });

  test("is found by what one of them can do, and by the languages of each", async () => {
    expect(await find("capability=training")).toEqual(["ensemble"]);
    expect(await find("language=oc")).toEqual(["ensemble"]);
  });

  test("is there for people where all of its hosts are, unless it says itself where", async () => {
    for (const [territory, hosts] of [
      ["com:16015", ["ensemble", "seul"]],
      ["com:33063", []],
    ] as const)
      expect(await find(`territory=${territory}`)).toEqual(hosts);
    await act((tx) => keepHost(tx, hostOf("fournil", { ...fournil.profile, territory: only("dep:33") }), later(1)));
    expect(await find("territory=com:16015")).toEqual(["seul"]);
    const said = { ...joint, content: { ...joint.content, territory: only("dep:16") }, version: "2" };
    await act((tx) => keep(tx, said));
    expect(await find("territory=com:16015")).toEqual(["ensemble", "seul"]);
  });

  test("is closed as soon as one of its parts is, also while its lead has not heard of it", async () => {
    const part = (state: "open" | "closed", seen: Date) =>
      act(async (tx) => {
        await noteStamp(tx, { ...stampIn(joint), part: state }, seen);
        await settleJointCopy(tx, joint.actor, seen);
      });
    expect(await find("availability=open&joint=yes")).toEqual(["ensemble"]);
    await part("closed", later(1));
    expect(await find("availability=open&joint=yes")).toEqual([]);
    expect(await find("availability=closed&joint=yes")).toEqual(["ensemble"]);
    await part("open", later(2));
    expect(await find("availability=open&joint=yes")).toEqual(["ensemble"]);
  });
});

describe("what several hosts give is trusted as far as each of them", () => {
  const trust = (level: number, host = fournil) =>
    act((tx) => tx.updateTable("catalogueHosts").set({ trust: level }).where("actor", "=", host.actor).execute());

  test("where nobody vouches for one of them, it is for those who ask for all, and on no page of the others", async () => {
    await trust(2);
    expect([await find("joint=yes"), await find("joint=yes&trust=all")]).toEqual([[], ["ensemble"]]);
    expect(await listGivenWith(db, fournil.actor)).toEqual([]);
    await trust(3);
    expect(await find("joint=yes")).toEqual(["ensemble"]);
    expect((await listGivenWith(db, fournil.actor)).map(({ offer: { slug } }) => slug)).toEqual(["ensemble"]);
  });

  test("one that is not known here counts as one for which nobody vouches, until it is", async () => {
    const grange = hostOf("grange");
    await act((tx) => keep(tx, givenTogether(offerOf(rucher, "inconnus"), [grange])));
    expect([await find("q=inconnus"), await find("q=inconnus&trust=all")]).toEqual([[], ["inconnus"]]);
    await act((tx) => enter(tx, grange, 3));
    expect(await find("q=inconnus")).toEqual(["inconnus"]);
  });

  test("while one of them has not answered for long it is not shown", async () => {
    const state = (to: string) =>
      db.updateTable("instances").set({ state: to }).where("origin", "=", fournil.origin).execute();
    await state("hidden");
    expect(await find("trust=all")).toEqual(["seul"]);
    await state("known");
    expect(await find("joint=yes")).toEqual(["ensemble"]);
  });

  test("with whom our own host gives something, it has decided itself", async () => {
    const grange = hostOf("grange");
    await act((tx) => tx.updateTable("instances").set({ source: "own" }).where("origin", "=", rucher.origin).execute());
    await act((tx) => keep(tx, givenTogether(offerOf(rucher, "nos-choix"), [grange])));
    expect(await find("q=choix")).toEqual(["nos-choix"]);
  });

  test("as soon as one of them is blocked it is nowhere, and does not come back with the next visit of its lead", async () => {
    await act(async (tx) => {
      await tx.insertInto("blocks").values({ id: randomUUID(), domain: "fournil.example" }).execute();
      await cutOff(tx, "fournil.example", now);
    });
    const kept = () => db.selectFrom("catalogueOffers").select("slug").execute();
    expect(await kept()).toEqual([{ slug: "seul" }]);
    await act((tx) => keepOffers(tx, [{ ...joint, version: "3" }], later(5)));
    expect(await kept()).toEqual([{ slug: "seul" }]);
  });

  test("who watches is told of it when the last of them is trusted", async () => {
    const news = () =>
      db.selectFrom("catalogueNews").select(["offer", "what"]).where("offer", "like", "%nouvelle").execute();
    const grange = hostOf("grange");
    await act((tx) => enter(tx, grange, 2));
    const fresh = givenTogether(offerOf(rucher, "nouvelle"), [grange]);
    await act((tx) => keep(tx, fresh));
    expect(await news()).toEqual([]);
    await trust(3, grange);
    await act((tx) => noteSeen(tx, [grange.actor], later(1)));
    expect(await news()).toEqual([{ offer: fresh.actor, what: "listed" }]);
  });
});

function offerOf(host: HostSheet, slug: string): OfferSheet {
  const actor = `${host.origin}/${slug}`;
  return {
    ...{
      actor,
      host: host.actor,
      proposal: `${actor}/proposal`,
      handle: slug,
      slug,
      url: `${host.origin}/offers/${slug}`,
    },
    content: StoredOffer.parse({ title: `Courriel ${slug}`, needs: ["email"] }),
    availability: {
      ...{ state: "open", slots: 3, capacity: null, nextOpening: null, waves: [], approval: null, territory: null },
      ...{ message: null, confirmed: now, expires: later(60 * 24 * 30) },
    },
    ...{ published: now, changed: now, version: "1", joint: null },
  };
}

function stampIn({ joint: signed, proposal }: OfferSheet) {
  const [partner] = signed?.partners ?? [];
  return { address: partner?.stamp ?? "", partner: partner?.actor ?? "", proposal, version: signed?.version ?? "" };
}

async function act<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(work);
}

async function enter(tx: Transaction, host: HostSheet, trust: number): Promise<void> {
  await tx.insertInto("instances").values({ origin: host.origin, source: "named", state: "known" }).execute();
  await keepHost(tx, host, now);
  await tx.updateTable("catalogueHosts").set({ trust }).where("actor", "=", host.actor).execute();
}

async function keep(tx: Transaction, sheet: OfferSheet): Promise<void> {
  await noteSigned(tx, [sheet], now);
  await keepOffers(tx, [sheet], now);
}

async function find(query: string): Promise<readonly string[]> {
  const { items } = await search(db, readFilters(new URLSearchParams(query)), { after: null, limit: 9 }, now);
  return items.map(({ offer: { slug } }) => slug).sort();
}
