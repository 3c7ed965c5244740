import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { covers, isTerritory, listCommunes, parentsOf, territoryName } from "../../src/hosts/territories.ts";
import { isTerritoryCode, normalTerritoryCode } from "../../src/hosts/territory.ts";

test("a territory code carries its level, because 01 is both a department and a region", () => {
  expect(territoryName("dep:01", "fr")).toBe("Ain");
  expect(territoryName("reg:01", "fr")).toBe("Guadeloupe");
});

test("people read names, in their language where names differ", () => {
  expect(territoryName("com:16015", "fr")).toBe("Angoulême");
  expect(territoryName("epci:200071827", "en")).toBe("CA du Grand Angoulême");
  expect(territoryName("country:BE", "fr")).toBe("Belgique");
  expect(territoryName("country:BE", "en")).toBe("Belgium");
  expect(territoryName("remote", "fr")).toBe("À distance");
  expect(territoryName("dep:00", "fr")).toBe("dep:00");
});

test("a commune lies in its EPCI, its department, its region and its country", () => {
  expect(parentsOf("com:16015")).toEqual(["epci:200071827", "dep:16", "reg:75", "country:FR"]);
  expect(parentsOf("dep:16")).toEqual(["reg:75", "country:FR"]);
  expect(parentsOf("com:69383")).toContain("com:69123");
  expect(parentsOf("com:2A004")).toContain("dep:2A");
  expect(parentsOf("com:97502")).toEqual(["dep:975", "reg:975", "country:FR"]);
  expect(parentsOf("country:BE")).toEqual([]);
});

test("an offer is near an association when it covers its commune or what lies around it", () => {
  expect(covers(["dep:67", "dep:68"], "com:67482")).toBe(true);
  expect(covers(["dep:67", "dep:68"], "com:16015")).toBe(false);
  expect(covers(["com:69123"], "com:69383")).toBe(true);
  expect(covers(["remote"], "country:BE")).toBe(true);
  expect(covers([], "com:16015")).toBe(false);
});

test("a postcode leads to its communes", () => {
  expect(listCommunes("16000")).toEqual(["com:16015"]);
  expect(listCommunes("75011")).toEqual(["com:75056"]);
  expect(listCommunes("00000")).toEqual([]);
});

test("only what is written like a territory and exists is one", () => {
  for (const code of ["com:16015", "epci:200071827", "dep:2B", "dep:976", "reg:84", "country:BE", "remote"]) {
    expect(isTerritory(code), code).toBe(true);
  }
  for (const code of [
    "16015",
    "com:99999",
    "dep:1",
    "dep:00",
    "country:fr",
    "country:QX",
    "iso:FR",
    "com:__proto__",
    "",
  ]) {
    expect(isTerritory(code), code).toBe(false);
  }
  expect(normalTerritoryCode("iso:FR")).toBe("country:FR");
  expect(isTerritoryCode(normalTerritoryCode("iso:BE"))).toBe(true);
});

test("the list that ships stays under three megabytes and holds all of France", async () => {
  const list = await readFile(projectPath("dist", "data", "territories.json"), "utf8");
  const { communes, regions } = JSON.parse(list);
  expect(list.length).toBeLessThan(3_000_000);
  expect(Object.keys(communes).length).toBeGreaterThan(34_000);
  expect(Object.keys(regions).length).toBeGreaterThanOrEqual(18);
});
