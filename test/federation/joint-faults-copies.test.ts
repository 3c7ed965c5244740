import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recheckCopies } from "../../federation/send/joint.ts";
import { readOffer, writeOfferSheet } from "../../federation/swarm/sheets.ts";
import { type Stamp, writeStamp } from "../../federation/vocabulary/stamp.ts";
import type { OfferSheet } from "../../src/catalogue/catalogue.ts";
import { keepOffers } from "../../src/catalogue/keeping.ts";
import { versionOf } from "../../src/offers/substance.ts";
import { nextcloud } from "../support/federated.ts";
import { doneWith, type ForgedHost, stampOf, startForgedHost } from "../support/forged-host.ts";
import { hostOf } from "../support/joint.ts";
import { startSite, type TestSite } from "../support/site.ts";
import type { Json } from "../support/strangers.ts";

let site: TestSite;
let own: string;
beforeAll(async () => {
  site = await startSite();
  own = (await hostOf(site)).actor;
});
afterAll(() => site?.[Symbol.asyncDispose]());

const long = 73 * 3_600_000;
const short = 71 * 3_600_000;

describe("somebody else leads, and says that all have signed", () => {
  let count = 0;

  /** What an honest lead would show of it. */
  function sheetBy(lead: ForgedHost, partner: ForgedHost) {
    count += 1;
    const slug = `a-plusieurs-${count}`;
    const proposal = `${lead.origin}/ap/proposals/${slug}`;
    const content = { ...nextcloud, title: `Ensemble ${count}` };
    const terms = {
      ...{ text: null, invoicing: lead.actor, supportEntry: null, liability: null, total: null },
      parts: [lead, partner].map(({ actor }, at) => ({
        actor,
        roles: at === 0 ? ["lead"] : ["training"],
        share: null,
        does: null,
      })),
      onLeaving: { mode: "suspend", words: null } as const,
    };
    const version = versionOf({ title: content.title, about: null, content, terms });
    const stamp = stampOf(partner, proposal, version);
    const { actor, name, page } = partner;
    const sheet: OfferSheet = {
      ...{
        actor: `${lead.origin}/ap/actors/${slug}`,
        host: lead.actor,
        proposal,
        handle: slug.replaceAll("-", "_"),
        slug,
      },
      ...{ url: `${lead.origin}/offers/${slug}`, version: "1", published: new Date(), changed: new Date() },
      ...{ content, availability: null },
      joint: {
        version,
        state: "published",
        lead: lead.actor,
        terms,
        partners: [{ actor, name, page, stamp: stamp.id }],
      },
    };
    return { sheet, stamp };
  }

  /** It is read of that host, as a visit does. */
  async function visited(lead: ForgedHost, sheet: OfferSheet): Promise<void> {
    const json: unknown = JSON.parse(JSON.stringify(writeOfferSheet(sheet, `${sheet.url}/datasheet.json`)));
    const read = readOffer(json, { origin: lead.origin, now: new Date() });
    if (read !== null) await site.db.transaction().execute((tx) => keepOffers(tx, [read], new Date()));
    await doneWith(site, "check-joint-copy");
  }

  async function isListed({ actor, slug }: OfferSheet): Promise<boolean> {
    const listed = await site.db.selectFrom("catalogueOffers").select("actor").where("actor", "=", actor).execute();
    const directory = await (await fetch(`${site.origin}/directory?q=Ensemble`)).text();
    expect(directory.includes(slug), "the page shows what is listed").toBe(listed.length > 0);
    return listed.length > 0;
  }

  async function lookAgain(): Promise<void> {
    await site.db.transaction().execute(recheckCopies);
    await sql`update graphile_worker._private_jobs set run_at = now(), attempts = 0 where starts_with(key, 'check-joint-copy:')`.execute(
      site.db,
    );
    await doneWith(site, "check-joint-copy");
  }

  type Change = (sheet: OfferSheet, lead: ForgedHost) => OfferSheet;
  const joint = (sheet: OfferSheet, more: Partial<NonNullable<OfferSheet["joint"]>>): OfferSheet =>
    sheet.joint === null ? sheet : { ...sheet, joint: { ...sheet.joint, ...more } };
  test.each<[string, Change]>([
    [
      "names a signature that stands at its own site",
      (sheet, { origin }) =>
        joint(sheet, {
          partners: (sheet.joint?.partners ?? []).map((one) => ({ ...one, stamp: `${origin}/ap/relationships/1` })),
        }),
    ],
    ["names nobody who has signed", (sheet) => joint(sheet, { partners: [] })],
    ["says another version", (sheet) => joint(sheet, { version: "another" })],
    [
      "offers something else than what was signed",
      (sheet) => ({ ...sheet, content: { ...sheet.content, does: ["tout"] } }),
    ],
    ["names another lead", (sheet) => joint(sheet, { lead: own })],
    ["says itself that it is suspended", (sheet) => joint(sheet, { state: "suspended" })],
  ])("a sheet that %s is not shown, though the signature is right", async (_, change) => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, writeStamp(stamp));
    lead.show(`${lead.origin}/ap/relationships/1`, { ...writeStamp(stamp), id: `${lead.origin}/ap/relationships/1` });
    await visited(lead, change(sheet, lead));
    expect(await isListed(sheet)).toBe(false);
  });

  test.each<[string, (stamp: Stamp) => Json | number]>([
    ["missing", () => 404],
    ["gone", () => 410],
    ["under another version", (stamp) => ({ ...writeStamp(stamp), version: "another" })],
    ["under something else", (stamp) => ({ ...writeStamp(stamp), object: `${stamp.object}0` })],
    ["somebody else’s", (stamp) => ({ ...writeStamp(stamp), subject: own, attributedTo: own })],
    ["not to be had", () => 503],
  ])("where the signature is %s, nothing is shown until it is right", async (_, lie) => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, lie(stamp));
    await visited(lead, sheet);
    expect(partner.asked).toContain(stamp.id);
    expect(await isListed(sheet)).toBe(false);
    partner.show(stamp.id, writeStamp(stamp));
    await lookAgain();
    expect(await isListed(sheet)).toBe(true);
  });

  test("a partner that does not answer still counts, for three days and no longer; one that has left does not", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, writeStamp(stamp));
    await visited(lead, sheet);
    expect(await isListed(sheet)).toBe(true);
    const lastSeen = (ago: number) =>
      site.db
        .updateTable("catalogueStamps")
        .set({ seen: new Date(Date.now() - ago) })
        .where("address", "=", stamp.id)
        .execute();
    for (const [ago, shown] of [
      [short, true],
      [long, false],
    ] as const) {
      partner.sleep(true);
      await lastSeen(ago);
      await lookAgain();
      expect(await isListed(sheet)).toBe(shown);
    }
    partner.sleep(false);
    await lookAgain();
    expect(await isListed(sheet)).toBe(true);
    partner.show(stamp.id, 410);
    await lookAgain();
    expect(await isListed(sheet)).toBe(false);
    await visited(lead, { ...sheet, version: "2" });
    expect(await isListed(sheet), "its lead says that it is there all the same").toBe(false);
  });

  test("a signature under one offer is none under another of the same lead, in the same words", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, writeStamp(stamp));
    await visited(lead, sheet);
    const replayed = {
      ...sheet,
      ...{ actor: `${sheet.actor}0`, proposal: `${sheet.proposal}0`, url: `${sheet.url}0` },
      ...{ handle: `${sheet.handle}0`, slug: `${sheet.slug}0` },
    };
    await visited(lead, replayed);
    expect(await isListed(replayed)).toBe(false);
    await lookAgain();
    expect([await isListed(sheet), await isListed(replayed)]).toEqual([true, false]);
  });
});
