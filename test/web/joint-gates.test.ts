import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAvailability } from "../../src/availability/changes.ts";
import { acceptInvitation, closePart, leaveJoint, openPart } from "../../src/joint/invitations.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import { findOfferById } from "../../src/offers/queries.ts";
import { receiveRequest } from "../../src/places/changes.ts";
import { eventually } from "../support/eventually.ts";
import { open } from "../support/federated.ts";
import { must } from "../support/funding.ts";
import { draftTogether, hostOf, invitationAt, lists, paperAt } from "../support/joint.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let lead: TestSite;
let partner: TestSite;
let paper: JointPaper;
let slug: string;
let invitation: string;
const title = "Nextcloud à plusieurs";
const machines = { headers: { accept: "application/activity+json" } };

beforeAll(async () => {
  lead = await startSite({ name: "La Pomme", handle: "la_pomme" });
  partner = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(lead, partner);
  paper = await draftTogether([lead, partner]);
  slug = (await findOfferById(lead.db, paper.id))?.slug ?? "";
  ({ id: invitation } = await eventually(() => invitationAt(partner)));
}, 90_000);
afterAll(async () => {
  for (const site of [lead, partner]) await site?.[Symbol.asyncDispose]();
});

const get = (path: string, init: RequestInit = {}) => fetch(lead.origin + path, init);
const textOf = async (path: string, init: RequestInit = {}) => (await get(path, init)).text();

/** Every way on which everybody may read what this site offers. */
async function everywhere(): Promise<readonly (readonly [string, RequestInit?])[]> {
  const host = new URL((await hostOf(lead)).actor).pathname;
  const { hostname } = new URL(lead.origin);
  return [
    ...["/", "/about", "/@la_pomme", "/offers", "/directory", "/directory.json", "/directory.csv", "/sitemap.xml"],
    ...["/directory.librehost.json", "/librehost.json", `/.well-known/chatonsinfos/${hostname}.properties`],
    ...["/feed.atom", "/offers/feed.atom", "/availability.atom", "/embed/offers.html", "/embed/offers.atom"],
    ...["/api/v1/offers", "/api/v1/directory/offers", "/api/v1/directory"],
  ]
    .map((path) => [path] as readonly [string, RequestInit?])
    .concat(
      [`${host}/offers`, `${host}/outbox`, `${host}/featured`, "/ap/instance/digest", "/ap/instance/directory"].map(
        (path) => [path, machines],
      ),
    );
}

/** The addresses of the offer itself. */
const itself = () => [
  ...[`/offers/${slug}`, `/offers/${slug}/place`, `/offers/${slug}/datasheet.json`, `/offers/${slug}/feed.atom`],
  ...[`/ap/actors/${paper.id}`, `/ap/proposals/${paper.id}`, `/api/v1/offers/${slug}`],
];

/** Somebody asks for a place, whatever the pages show. */
async function ask(): Promise<string> {
  const contact = { kind: "email", address: `${randomUUID()}@assoc.example` } as const;
  const asked = { name: "Radio Fanfare", people: 3, message: "Bonjour.", contact };
  const asking = { offer: paper.id, form: randomUUID(), language: "fr", now: new Date() } as const;
  const said = await lead.db.transaction().execute((tx) => receiveRequest(tx, asked, asking));
  return said.done ? "kept" : said.reason;
}

const sayOpen = () => lead.db.transaction().execute((tx) => changeAvailability(tx, slug, open, { now: new Date() }));

async function stateAtApi(): Promise<string> {
  const shown = JSON.parse(await textOf(`/api/v1/offers/${slug}`)) as {
    readonly availability: { readonly state: string };
  };
  return shown.availability.state;
}

/** What each way says of whether there is room: nobody may read anywhere that there is. */
async function statesSaid() {
  const [sheet, proposal] = await Promise.all(
    [`/offers/${slug}/datasheet.json`, `/ap/proposals/${paper.id}`].map(async (path) =>
      JSON.parse(await textOf(path, machines)),
    ),
  );
  return {
    api: await stateAtApi(),
    sheet: sheet.availability.state,
    proposal: proposal.availabilityState,
    place: (await textOf(`/offers/${slug}/place`)).includes('name="contact"'),
    ask: await ask(),
    said: await sayOpen().then((said) => (said.done ? "said" : said.reason)),
  };
}

const closed = {
  ...{ api: "closed", sheet: "closed", proposal: "closed" },
  ...{ place: false, ask: "not-open", said: "part-closed" },
};

describe("an offer to which not all have agreed", () => {
  test("stands nowhere that anybody may read, and takes no request for a place", async () => {
    for (const [path, init] of await everywhere()) expect(await textOf(path, init), path).not.toContain(title);
    for (const path of itself()) expect((await get(path)).status, path).toBe(404);
    await sayOpen();
    expect(await ask()).toBe("not-open");
  });

  test("is there for everybody once they have, and takes requests", async () => {
    must(await partner.db.transaction().execute((tx) => acceptInvitation(tx, invitation, paper.version, new Date())));
    await eventually(async () => (await paperAt(lead, paper.id)).state === "published");
    await eventually(() => lists(lead, title));
    must(await sayOpen());
    expect(await ask()).toBe("kept");
    const found: string[] = [];
    for (const [path, init] of await everywhere()) if ((await textOf(path, init)).includes(title)) found.push(path);
    // What is walked above is where it would stand, not a list of pages that are empty anyway.
    for (const path of ["/", "/directory", "/directory.json", "/offers/feed.atom", "/api/v1/offers"])
      expect(found).toContain(path);
  });
});

describe("an offer of which a part is closed", () => {
  test("takes nobody in, and says so on every way", async () => {
    must(await partner.db.transaction().execute((tx) => closePart(tx, invitation, null, new Date())));
    await eventually(async () => (await stateAtApi()) === "closed");
    expect(await statesSaid()).toEqual(closed);
  });

  test("not by a waiting list either", async () => {
    const list = { ...open, state: "waiting-list", slots: null } as const;
    const said = await lead.db.transaction().execute((tx) => changeAvailability(tx, slug, list, { now: new Date() }));
    expect(said).toEqual({ done: false, reason: "part-closed" });
  });

  test("and says what it said before, once it is open again", async () => {
    must(await partner.db.transaction().execute((tx) => openPart(tx, invitation, new Date())));
    await eventually(async () => (await stateAtApi()) === "open");
    expect(await ask()).toBe("kept");
  });
});

describe("an offer that is suspended since one has left", () => {
  test("takes nobody in, and says so on every way; lists do not have it", async () => {
    must(await partner.db.transaction().execute((tx) => leaveJoint(tx, invitation, null, new Date())));
    await eventually(async () => (await paperAt(lead, paper.id)).state === "suspended");
    await eventually(async () => (await stateAtApi()) === "closed");
    expect(await statesSaid()).toEqual(closed);
    await eventually(async () => !(await lists(lead, title)));
    for (const path of ["/directory", "/directory.json", "/directory.csv"])
      expect(await textOf(path), path).not.toContain(title);
  });

  test("not even where its availability was written past the rule", async () => {
    await lead.db.updateTable("availabilities").set({ state: "open" }).where("offer", "=", paper.id).execute();
    expect(await ask()).toBe("not-open");
    await lead.db.updateTable("availabilities").set({ state: "closed" }).where("offer", "=", paper.id).execute();
  });

  test("and comes back as it was", async () => {
    must(await partner.db.transaction().execute((tx) => acceptInvitation(tx, invitation, paper.version, new Date())));
    await eventually(async () => (await paperAt(lead, paper.id)).state === "published");
    await eventually(async () => (await stateAtApi()) === "open");
    expect(await ask()).toBe("kept");
  });
});
