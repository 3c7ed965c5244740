// Every .properties file here is synthetic: written after the documentation of the format, with invented names.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findAvailability } from "../../src/availability/queries.ts";
import type { ChatonsReport } from "../../src/exchange/chatons/chatons.ts";
import { importChatons, type Root } from "../../src/exchange/chatons/walk.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { openOutbound } from "../../src/foundation/outbound.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { createOffer, publishOffer } from "../../src/offers/changes.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { draftOf } from "../../src/services/draft.ts";
import { StoredService } from "../../src/services/form.ts";
import { findService, listServices } from "../../src/services/queries.ts";
import { type FileServer, serveFiles, settle } from "../support/chatons.ts";
import { freshDatabase } from "../support/database.ts";

let db: Database;
let drop: () => Promise<void>;

beforeEach(async () => {
  const database = await freshDatabase();
  db = openDatabase(openPool(database.url, 3, () => {}));
  await db.transaction().execute(settle);
  drop = async () => {
    await db.destroy();
    await database.drop();
  };
});
afterEach(() => drop());

const loopback = ["127.0.0.0/8"];
const origin = "https://pomme.example";

async function take(root: string | Root, ranges: readonly string[] = loopback): Promise<ChatonsReport> {
  const outbound = openOutbound({ ranges, origin });
  const named = typeof root === "string" ? { name: root.split("/").at(-1) ?? "", address: root, bytes: null } : root;
  const outcome = await importChatons(
    {
      reader: db,
      transaction: (work) => db.transaction().execute(work),
      outbound,
      origin,
      now: () => new Date(),
      step() {},
    },
    named,
  );
  await outbound.close();
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value;
}

const onDisk = (text: string, name = "organization.properties"): Root => ({
  name,
  address: null,
  bytes: Buffer.from(text),
});

const organization = (subs: readonly string[]) =>
  [
    "file.class = Organization",
    "organization.name = Les Cornichons",
    ...subs.map((url, i) => `subs.s${i} = '${url}'`),
  ].join("\n");

const nextcloud = `# Synthetic.
file.class = Service
service.name = Nuage
service.description = Vos fichiers partagés
service.website = https://nuage.cornichons.example/
service.registration = Member
service.registration.load = FULL
software.name = Nextcloud
software.license.name = AGPL-3.0-or-later
metrics.http.visits.humans.2021.months=,73,33,10
`;

describe("a service file", () => {
  test("becomes a service and the draft of an offer, with what the vocabulary knows of its software", async () => {
    const { origin: there } = await serveFiles({ "/.well_known/chatonsinfos/nuage.properties": nextcloud });
    const report = await take(`${there}/.well_known/chatonsinfos/nuage.properties`);
    expect(report.taken).toEqual([
      { file: `${there}/.well_known/chatonsinfos/nuage.properties`, what: "service", service: "nuage", draft: "nuage" },
    ]);
    expect(report).toMatchObject({ refused: [], notUnderstood: [] });
    const [offer] = await listOffers(db);
    expect(offer).toMatchObject({ slug: "nuage", state: "draft" });
    expect(offer?.content).toMatchObject({
      title: "Nuage",
      summary: "Vos fichiers partagés",
      needs: ["file-sharing"],
      software: [{ name: "Nextcloud", license: "AGPL-3.0-or-later" }],
      registration: "member",
    });
    expect(await findAvailability(db, offer?.id ?? "")).toMatchObject({ state: "waiting-list" });
    const [service] = await listServices(db);
    expect(service?.content.metrics).toEqual({ "metrics.http.visits.humans.2021.months": ",73,33,10" });
    expect(service?.offer).toBe(offer?.id);
  });

  test("that changes changes its draft as long as nobody has touched it, and never a published offer", async () => {
    const server = await serveFiles({ "/nuage.properties": nextcloud });
    await take(`${server.origin}/nuage.properties`);
    server.pages.set(
      "/nuage.properties",
      nextcloud.replace("Vos fichiers", "Tous vos fichiers").replace("FULL", "OPEN"),
    );
    const second = await take(`${server.origin}/nuage.properties`);
    expect(second.changed).toMatchObject([{ service: "nuage", draft: "nuage" }]);
    const [draft] = await listOffers(db);
    expect(draft?.content.summary).toBe("Tous vos fichiers partagés");
    expect(await findAvailability(db, draft?.id ?? "")).toMatchObject({ state: "open" });
    await db.transaction().execute((tx) => publishOffer(tx, "nuage", new Date()));
    server.pages.set("/nuage.properties", nextcloud.replace("Vos fichiers", "Autre chose"));
    const third = await take(`${server.origin}/nuage.properties`);
    expect(third.changed).toMatchObject([{ service: "nuage", draft: null }]);
    const [offer] = await listOffers(db);
    expect(offer?.content.summary).toBe("Tous vos fichiers partagés");
    expect(await findAvailability(db, offer?.id ?? "")).toMatchObject({ state: "open" });
    expect((await findService(db, "nuage"))?.content.description).toBe("Autre chose partagés");
  });

  test("that has not changed is not read again, and what was odd in it is told again", async () => {
    const server = await serveFiles({ "/nuage.properties": `${nextcloud}service.colour = green\n` });
    const first = await take(`${server.origin}/nuage.properties`);
    const second = await take(`${server.origin}/nuage.properties`);
    expect(server.asked.map(({ status }) => status)).toEqual([200, 304]);
    expect(second.unchanged).toMatchObject([{ service: "nuage" }]);
    expect(second.notUnderstood).toEqual(first.notUnderstood);
    expect(first.notUnderstood).toMatchObject([{ line: 11, key: "service.colour", reason: "unknown-field" }]);
  });

  test("that has moved is still the same service, and another of the same file name is another", async () => {
    const { origin: there } = await serveFiles({
      "/old/nuage.properties": nextcloud,
      "/new/nuage.properties": nextcloud.replace("FULL", "OPEN"),
      "/other/nuage.properties": "service.name = Nuage de points",
    });
    for (const folder of ["old", "new", "other"]) await take(`${there}/${folder}/nuage.properties`);
    expect((await listServices(db)).map(({ slug, source }) => [slug, source])).toEqual([
      ["nuage", `${there}/new/nuage.properties`],
      ["nuage-2", `${there}/other/nuage.properties`],
    ]);
  });

  test("finds the offer that the host has already written under its name, and makes no second one", async () => {
    const content = draftOf({ ...StoredService.parse({ name: "Nuage" }), description: "Écrit à la main" }, "fr");
    await db.transaction().execute((tx) => createOffer(tx, content, { slug: "nuage", now: new Date() }));
    const { origin: there } = await serveFiles({ "/nuage.properties": nextcloud });
    await take(`${there}/nuage.properties`);
    const offers = await listOffers(db);
    expect(offers.map((offer) => offer.content.summary)).toEqual(["Écrit à la main"]);
    expect((await listServices(db))[0]?.offer).toBe(offers[0]?.id);
  });

  test("of a server without ETags is known by its content", async () => {
    const server = await serveFiles({ "/nuage.properties": (_, response) => void response.end(nextcloud) });
    await take(`${server.origin}/nuage.properties`);
    expect((await take(`${server.origin}/nuage.properties`)).unchanged).toHaveLength(1);
  });
});

describe("an organisation file", () => {
  test("fills the profile with what it says, and leaves the rest", async () => {
    const before = await findHost(db);
    const report = await take(
      onDisk(`organization.name = Les Cornichons
organization.description = Hébergeur de l\\'amitié
organization.type = cooperative
organization.country.code = fr
organization.contact.email = bonjour@cornichons.example
organization.memberof.chatons.startdate = 06/07/2020
organization.funding.Tipee = https://tipee.example/cornichons
organization.geolocation.latitude = 48,8566
organization.startDate = 2020-07-06T14:23:20
`),
    );
    expect(report).toMatchObject({ host: "Les Cornichons", notUnderstood: [], refused: [] });
    const { profile } = (await findHost(db)) ?? {};
    expect(profile).toMatchObject({
      ...{ name: "Les Cornichons", tagline: "Hébergeur de l'amitié", legalForm: "cooperative", country: "FR" },
      ...{ memberOf: ["chatons"], territory: before?.profile.territory, capabilities: ["hosting"] },
      contact: { email: "bonjour@cornichons.example", phone: null },
    });
    expect(profile?.extra["chatonsinfos"]).toEqual({
      "organization.memberof.chatons.startdate": "06/07/2020",
      "organization.funding.Tipee": "https://tipee.example/cornichons",
      "organization.geolocation.latitude": "48,8566",
      "organization.startDate": "2020-07-06T14:23:20",
    });
  });

  test("leads to its services and their figures, and no further", async () => {
    const server = await serveFiles();
    const at = (name: string) => `${server.origin}/${name}.properties`;
    server.pages.set("/org.properties", organization([at("nuage"), "pad.properties"]));
    server.pages.set("/nuage.properties", `${nextcloud}subs.metrics = ${at("nuage-metrics")}\n`);
    server.pages.set("/pad.properties", "service.name = Bloc-notes\nsoftware.name = Etherpad Lite");
    server.pages.set(
      "/nuage-metrics.properties",
      `file.class = Service\nmetrics.service.users.2022.months = 1,2\nsubs.more = ${at("deep")}`,
    );
    const report = await take(at("org"));
    expect(report.taken.map(({ what, service }) => [what, service])).toEqual([
      ["organization", null],
      ["service", "nuage"],
      ["service", "pad"],
      ["metrics", "nuage"],
    ]);
    expect(report.refused).toEqual([{ file: at("deep"), reason: "too-deep", detail: null }]);
    expect(Object.keys((await findService(db, "nuage"))?.content.metrics ?? {})).toHaveLength(2);
    expect(server.asked.map(({ path }) => path)).not.toContain("/deep.properties");
  });

  test("on disk leads to its services all the same", async () => {
    const { origin: there } = await serveFiles({ "/nuage.properties": nextcloud });
    const report = await take(
      onDisk(organization([`${there}/nuage.properties`, "file:///etc/passwd", "nuage.properties"])),
    );
    expect(report.taken).toHaveLength(2);
    expect(report.refused.map(({ reason }) => reason)).toEqual(["not-an-address", "not-an-address"]);
  });

  test("that has not changed takes nothing back of what the host says by now, even after its server was away", async () => {
    const server = await serveFiles({ "/org.properties": organization([]) });
    const address = `${server.origin}/org.properties`;
    expect((await take(address)).taken).toHaveLength(1);
    const { profile } = (await findHost(db)) ?? {};
    if (!profile) throw new Error("nobody hosts here");
    await db.transaction().execute((tx) => changeHost(tx, { ...profile, name: "Mieux dit" }, new Date()));
    server.pages.set("/org.properties", (_, response) => void response.writeHead(503).end());
    expect((await take(address)).refused).toMatchObject([{ reason: "bad-answer", detail: "HTTP 503" }]);
    server.pages.set("/org.properties", organization([]));
    expect(await take(address)).toMatchObject({ host: "Mieux dit", unchanged: [{ what: "organization" }] });
    server.pages.set("/org.properties", `${organization([])}\norganization.type = COOPERATIVE`);
    expect(await take(address)).toMatchObject({ host: "Les Cornichons", changed: [{ what: "organization" }] });
  });

  test("that another one names is not taken by that way either, known or not", async () => {
    const server = await serveFiles({ "/org.properties": organization([]) });
    await take(`${server.origin}/org.properties`);
    const report = await take(onDisk(`file.url = nowhere\n${organization([`${server.origin}/org.properties`])}`));
    expect(report.refused).toMatchObject([{ reason: "another-organization" }]);
  });

  test("of a federation is none of ours, and it is said whose is needed", async () => {
    const report = await take(
      onDisk("file.class = federation\nfederation.name = CHATONS\nsubs.a = https://a.example/a.properties"),
    );
    expect(report).toMatchObject({ taken: [], refused: [{ reason: "federation" }] });
  });
});

describe("hostile files", () => {
  test("that lead in circles, elsewhere or too deep are read once, with the reason", async () => {
    const server = await serveFiles();
    const at = (name: string) => `${server.origin}/${name}.properties`;
    const service = (name: string, ...subs: string[]) =>
      [`service.name = ${name}`, ...subs.map((sub, i) => `subs.s${i} = ${at(sub)}`)].join("\n");
    server.pages.set("/org.properties", organization(["org", "a", "b", "c", "d", "other"].map(at)));
    server.pages.set("/a.properties", service("A", "org", "a", "e"));
    server.pages.set("/b.properties", redirectTo("/a.properties"));
    server.pages.set("/c.properties", redirectTo("/c.properties"));
    server.pages.set("/e.properties", service("E", "deep"));
    server.pages.set("/other.properties", "organization.name = Someone Else");
    const report = await take(at("org"));
    expect(report.taken.map(({ file }) => file)).toEqual(["org", "a", "e"].map(at));
    expect(report.refused.map(({ file, reason }) => [file, reason])).toEqual([
      [at("org"), "already-read"],
      [at("org"), "already-read"],
      [at("a"), "already-read"],
      [at("b"), "already-read"],
      [at("c"), "too-many-redirects"],
      [at("d"), "not-found"],
      [at("other"), "another-organization"],
      [at("deep"), "too-deep"],
    ]);
    expect((await findHost(db))?.profile.name).toBe("Les Cornichons");
  });

  test("of private networks are never asked for unless the operator allows them", async () => {
    const server = await serveFiles({ "/nuage.properties": nextcloud });
    const inside = [
      `${server.origin}/nuage.properties`,
      "http://192.168.1.1/a.properties",
      "https://[::1]/a.properties",
    ];
    const report = await take(onDisk(organization(inside)), []);
    expect(report.refused.map(({ file, reason }) => [file, reason])).toEqual(
      inside.map((file) => [file, "address-refused"]),
    );
    expect(server.asked).toEqual([]);
    expect(await listServices(db)).toEqual([]);
  });

  test("that are endless, huge, binary or of another kind are refused with the reason", async () => {
    const kinds: Record<string, Parameters<FileServer["pages"]["set"]>[1]> = {
      "/endless.properties": (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, "a")));
        };
        response.on("drain", more);
        more();
      },
      "/lines.properties": `service.name = L\n${"x\n".repeat(100_000)}`,
      "/odd.properties": `service.name = O\n${"what is this\n".repeat(2_000)}`,
      "/binary.properties": Buffer.from([0xff, 0xfe, 0x00, 0x41]),
      "/zero.properties": "service.name = \0",
      "/page.properties": "<!doctype html>\n<title>404</title>",
      "/empty.properties": "",
      "/nameless.properties": "file.class = Service\nservice.website = https://a.example/",
      "/figures.properties": "metrics.http.visits.2021.months = 1",
      "/device.properties": "file.class = Device\ndevice.name = Box",
      "/broken.properties": (_, response) => void response.writeHead(503).end(),
      "/cut.properties": (request) => void request.socket.destroy(),
      "/many.properties": `service.name = M\n${Array.from({ length: 1_500 }, (_, i) => `subs.s${i} = https://a.example/${i}`).join("\n")}`,
    };
    const server = await serveFiles(kinds);
    const report = await take(onDisk(organization(Object.keys(kinds).map((path) => server.origin + path))));
    expect(
      Object.fromEntries(report.refused.map(({ file, reason }) => [new URL(file).pathname.slice(1, -11), reason])),
    ).toEqual({
      ...{
        endless: "too-large",
        lines: "too-many-lines",
        odd: "not-this-format",
        binary: "not-text",
        zero: "not-text",
      },
      ...{ page: "not-this-format", empty: "not-this-format", nameless: "name-missing", device: "device" },
      ...{ broken: "bad-answer", cut: "unreachable", figures: "metrics-without-service", many: "names-too-many" },
    });
    expect(await listServices(db)).toEqual([]);
    expect(await listOffers(db)).toEqual([]);
  });

  test("that name three hundred others have two hundred read, and each other refused by name", async () => {
    const server = await serveFiles();
    const paths = Array.from({ length: 300 }, (_, i) => `/s${i}.properties`);
    for (const path of paths) server.pages.set(path, `service.name = ${path}`);
    const report = await take(onDisk(organization(paths.map((path) => server.origin + path))));
    expect(report.taken).toHaveLength(200);
    expect(report.refused).toHaveLength(101);
    expect(new Set(report.refused.map(({ reason }) => reason))).toEqual(new Set(["too-many-files"]));
    expect(server.asked).toHaveLength(199);
  });

  test("of a server that has fallen silent are given up after three tries", async () => {
    const silent = await serveFiles();
    for (let i = 0; i < 6; i += 1) silent.pages.set(`/${i}.properties`, (request) => void request.socket.destroy());
    const report = await take(onDisk(organization([...silent.pages.keys()].map((path) => silent.origin + path))));
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      ...Array(3).fill("unreachable"),
      ...Array(3).fill("server-given-up"),
    ]);
  });
});

function redirectTo(path: string): Parameters<FileServer["pages"]["set"]>[1] {
  return (_, response) => void response.writeHead(302, { location: path }).end();
}
