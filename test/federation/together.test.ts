import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { agreeToResult, answerAsking, giveResult } from "../../src/together/answering.ts";
import { chooseLead } from "../../src/together/deciding.ts";
import { draftAsking } from "../../src/together/drafting.ts";
import { concludeAsking } from "../../src/together/ending.ts";
import { eraseAsking } from "../../src/together/erasing.ts";
import { findAsking, listHostsOf } from "../../src/together/queries.ts";
import { listReceived } from "../../src/together/received.ts";
import { sendAsking } from "../../src/together/sending.ts";
import type { AskedHost } from "../../src/together/together.ts";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, idOf } from "../web/associations.ts";

const name = "Les Lavandières";
const need = "Un Nextcloud et une formation pour 12 personnes, à Strasbourg.";

let home: TestSite;
let lead: TestSite;
let partner: TestSite;
let asking: string;
beforeAll(async () => {
  home = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  lead = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  partner = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
  await acceptedOn(home, { name, email: "lavandieres@asso.example" });
  await befriend(home, lead);
});
afterAll(async () => {
  for (const site of [home, lead, partner]) await site?.[Symbol.asyncDispose]();
});

const change = <T>({ db }: TestSite, work: (tx: Transaction) => Promise<T>) => db.transaction().execute(work);

async function hostOf({ db, origin }: TestSite): Promise<string> {
  const { id } = await db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  return `${origin}/ap/actors/${id}`;
}

async function asked(site: TestSite): Promise<AskedHost> {
  const host = await hostOf(site);
  const found = (await listHostsOf(home.db, asking)).find((one) => one.host === host);
  if (!found) throw new Error("this host was not asked");
  return found;
}

/** What a host sees of it at its desk. */
const seen = async (site: TestSite) => (await listReceived(site.db))[0] ?? null;
const untilSeen = (site: TestSite, is: (one: NonNullable<Awaited<ReturnType<typeof seen>>>) => boolean) =>
  eventually(async () => {
    const one = await seen(site);
    return one !== null && is(one) ? one : null;
  });

describe("an association asks three hosts, its own and two on other sites", () => {
  test("and each reads it, but not how to reach the association", async () => {
    const party = await idOf(home, name);
    await home.db
      .insertInto("parties")
      .values({ id: party, kind: "association", name, created: new Date() })
      .onConflict((known) => known.doNothing())
      .execute();
    const own = { way: "own", host: await hostOf(home), name: "La Pomme" } as const;
    const theirs = { way: "essaim", name: "Le Rucher", host: await hostOf(lead) } as const;
    const others = { way: "essaim", name: "Mille Sabots", host: await hostOf(partner) } as const;
    const more = { page: null, address: null, roles: ["hosting"] };
    const drafted = await change(home, (tx) =>
      draftAsking(
        tx,
        {
          said: {
            ...{ name, need, needs: ["file-sharing"], contact: "claire@asso.example", territory: "com:67482" },
            ...{ people: 12, budget: 60_000, currency: "EUR", period: "year", wished: null },
          },
          about: null,
          hosts: [own, theirs, { ...others, roles: ["training"] }].map((one) => ({ ...more, ...one })),
        },
        { party, email: null, language: "fr", now: new Date() },
      ),
    );
    if (!drafted.done) throw new Error(drafted.reason);
    asking = drafted.value.id;
    await change(home, (tx) => sendAsking(tx, asking, { hold: false, now: new Date() }));
    for (const site of [home, lead, partner]) {
      const one = await untilSeen(site, () => true);
      expect(one).toMatchObject({
        name,
        need,
        people: 12,
        budget: 60_000,
        period: "year",
        contact: null,
        chosen: null,
      });
      expect(one.others).toHaveLength(2);
    }
    expect((await seen(partner))?.fromUnknown).toBe(true);
    expect((await seen(lead))?.fromUnknown).toBe(false);
  });

  test("which nobody else can: a GET that another site signs, or nobody, finds what it finds where nothing is", async () => {
    const { id } = await asked(lead);
    const headers = { accept: "application/activity+json" };
    const there = await fetch(`${home.origin}/ap/relationships/${id}`, { headers });
    const nothing = await fetch(`${home.origin}/ap/relationships/${id.replace(/^./, "0")}`, { headers });
    expect([there.status, await there.text()]).toEqual([nothing.status, await nothing.text()]);
    expect(there.status).toBe(404);
  });

  test("one would lead, one takes part, one refuses with a reason", async () => {
    const answers = [
      [lead, { answer: "lead", roles: ["hosting"], words: "Avec plaisir." }],
      [partner, { answer: "partner", roles: ["training"], words: null }],
      [home, { answer: "no", roles: [], words: "Nous sommes complets." }],
    ] as const;
    for (const [site, said] of answers) {
      const { id } = await untilSeen(site, () => true);
      const answered = await change(site, (tx) => answerAsking(tx, id, said, new Date()));
      expect(answered.done).toBe(true);
    }
    await eventually(async () => (await asked(lead)).state === "lead");
    await eventually(async () => (await asked(partner)).state === "partner");
    await eventually(async () => (await asked(home)).words === "Nous sommes complets.");
  });

  test("the association chooses, and those whom it says yes to read how to reach it", async () => {
    const choice = { lead: (await asked(lead)).id, partners: [(await asked(partner)).id], now: new Date() };
    await change(home, (tx) => chooseLead(tx, asking, choice));
    const led = await untilSeen(lead, ({ chosen }) => chosen === "lead");
    expect(led.contact).toBe("claire@asso.example");
    expect((await untilSeen(partner, ({ chosen }) => chosen === "partner")).leadName).toBe("Le Rucher");
    expect((await untilSeen(home, ({ standing }) => standing === "led")).contact).toBeNull();
  });

  test("the lead sends a quote, the partner agrees to it, and the association takes it", async () => {
    const { id } = await untilSeen(lead, () => true);
    const text = "Nextcloud 100 Go et deux jours de formation.";
    const quote = {
      kind: "quote",
      url: null,
      text,
      paper: null,
      amount: 58_000,
      currency: "EUR",
      period: "year",
    } as const;
    await change(lead, (tx) => giveResult(tx, id, quote, new Date()));
    const shown = await untilSeen(partner, ({ result }) => result !== null);
    expect(shown.result).toEqual({ ...quote, version: 1 });
    await change(partner, (tx) => agreeToResult(tx, shown.id, 1, new Date()));
    await eventually(async () => (await asked(partner)).agreed === 1);
    const done = await change(home, (tx) => concludeAsking(tx, asking, { version: 1, now: new Date() }));
    expect(done.done && done.value.ending).toBe("quote");
    for (const site of [home, lead, partner]) await untilSeen(site, ({ standing }) => standing === "ended");
  });

  test("and once it is erased, nobody has it", async () => {
    await change(home, (tx) => eraseAsking(tx, asking, new Date()));
    for (const site of [home, lead, partner]) await eventually(async () => (await listReceived(site.db)).length === 0);
    expect(await findAsking(home.db, asking)).toBeNull();
  });
});
