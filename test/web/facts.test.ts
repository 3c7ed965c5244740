import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import type { HostProfile } from "../../src/hosts/host.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { freshDatabase } from "../support/database.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url);
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

async function aboutWith(facts: Readonly<Record<string, unknown>>, language = "fr"): Promise<string> {
  const host = await findHost(pages.db);
  if (host === null) throw new Error("nobody hosts here");
  const profile: HostProfile = {
    ...host.profile,
    languages: ["fr"],
    facts: Object.entries(facts).map(([name, value]) => ({ name, value, note: null })),
  };
  await pages.db.transaction().execute((tx) => changeHost(tx, profile, new Date()));
  const html = await (await pages.get("/about", { "accept-language": language })).text();
  return html.replaceAll(/<[^>]*>/g, "|").replaceAll(/\|+/g, "|");
}

describe("the facts of a host", () => {
  const equipped = { from: "2024-09", to: "2025-11", organisations: 1500 };

  test("are called in the reader's words, figures and months too", async () => {
    expect(await aboutWith({ equipped })).toContain(
      "|Qui nous avons équipé|depuis\u00a0: septembre 2024, jusqu’à\u00a0: novembre 2025, structures\u00a0: 1\u202f500|",
    );
    expect(await aboutWith({ equipped }, "en")).toContain(
      "|Whom we have equipped|since: September 2024, until: November 2025, organisations: 1,500|",
    );
  });

  test("name places, years and amounts as people do", async () => {
    const html = await aboutWith({
      areaOfIntervention: ["com:76540"],
      created: 1995,
      solidarityEffect: { listPriceEUR: 3600 },
    });
    expect(html).toContain("|Là où nous intervenons|Rouen|");
    expect(html).toContain("|Année de création|1995|");
    expect(html).toContain("prix habituel\u00a0: 3\u202f600\u00a0€");
  });

  test("keep what the host calls so itself, and leave out what only a program would", async () => {
    const html = await aboutWith({ "nos adhérents": 12, uptimeTarget: 99, dns_zones: 3, scale: { someThing: 1 } });
    expect(html).toContain("|Nos adhérents|12|");
    expect(html).not.toMatch(/uptimeTarget|dns_zones|someThing|Taille/);
  });

  test("are not said twice", async () => {
    expect(await aboutWith({ languages: ["fr", "nl"] })).not.toContain("Faits et chiffres");
  });

  test("that only look like a date stay as written", async () => {
    expect(await aboutWith({ growth: "2024-13" })).toContain("|Croissance|2024-13|");
  });
});
