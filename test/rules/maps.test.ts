import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Territory } from "../../src/hosts/host.ts";
import { coverageOf, departmentMap } from "../../src/hosts/map.ts";
import { Where } from "../../src/hosts/map-parts.tsx";
import { isTerritory } from "../../src/hosts/territories.ts";

const covered = (codes: readonly string[], policy: Territory["policy"] = "only") => coverageOf({ codes, policy });
const page = (codes: readonly string[], policy: Territory["policy"] = "priority", language: "fr" | "en" = "fr") =>
  String(Where({ territory: { codes, policy }, language }));

/** The corners of an outline: each ring begins somewhere, and goes on step by step. */
function pointsOf(outline: string): readonly (readonly [number, number])[] {
  return [...outline.matchAll(/M([^z]+)z/g)].flatMap(([, ring = ""]) => {
    const numbers = (ring.match(/-?(\d+(\.\d+)?|\.\d+)/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return numbers.flatMap((step, at) => {
      if (at % 2 === 1) return [];
      [x, y] = [x + step, y + (numbers[at + 1] ?? Number.NaN)];
      return [[x, y] as const];
    });
  });
}

describe("the map of departments", () => {
  const { outlines, insets } = departmentMap();

  test("has all 101, each drawn, the five overseas ones and the region of Paris at scales of their own", () => {
    expect(Object.keys(outlines)).toHaveLength(101);
    expect(insets).toHaveLength(6);
    for (const [code, outline] of Object.entries(outlines)) {
      expect(isTerritory(`dep:${code}`), code).toBe(true);
      expect(outline).toMatch(/^(M-?[\d.]+ -?[\d.]+l[-\d. ]+z)+$/);
    }
    for (const code of ["971", "972", "973", "974", "976", "2A", "2B", "75"]) expect(outlines[code]).toBeDefined();
  });

  test("lies within its frame", () => {
    const points = Object.values(outlines).flatMap(pointsOf);
    expect(points.length).toBeGreaterThan(1_500);
    expect(points.filter(([x, y]) => !(x > -1 && x < 614 && y > -1 && y < 586))).toEqual([]);
  });

  test("adds less than 25 kB to a page, whatever is lit", () => {
    for (const codes of [["dep:69"], ["country:FR"], ["reg:84", "epci:200046977", "dep:974"]])
      expect(gzipSync(page(codes)).length).toBeLessThan(15_000);
  });
});

describe("a territory on the map", () => {
  test("of a department or a region lights it whole, of a commune or a community in part", () => {
    expect(covered(["dep:69"])).toEqual({ whole: ["69"], part: [], beyond: false });
    expect(covered(["com:16015"])).toEqual({ whole: [], part: ["16"], beyond: false });
    expect(covered(["reg:94"])).toEqual({ whole: ["2A", "2B"], part: [], beyond: false });
    expect(covered(["epci:200046977"])?.part).toEqual(["69"]);
    expect(covered(["com:16015", "dep:16"])).toEqual({ whole: ["16"], part: [], beyond: false });
  });

  test("lights every department that a community lies in", () => {
    // Redon Agglomération: Ille-et-Vilaine, Loire-Atlantique, Morbihan.
    expect(covered(["epci:243500741"])?.part).toEqual(["35", "44", "56"]);
  });

  test("of Paris is its department, of one arrondissement a part", () => {
    expect(covered(["com:75056"])).toMatchObject({ whole: ["75"], part: [] });
    expect(covered(["com:75111"])).toMatchObject({ whole: [], part: ["75"] });
    expect(covered(["com:69383"])).toMatchObject({ whole: [], part: ["69"] });
  });

  test("of the whole country lights all that is drawn, of another country or none nothing", () => {
    expect(covered(["country:FR"])?.whole).toHaveLength(101);
    expect(covered(["country:BE"])).toBeNull();
    expect(covered(["remote"])).toBeNull();
    expect(covered([])).toBeNull();
    expect(covered(["com:00000", "dep:99", "reg:00", "epci:000000000"])).toBeNull();
  });

  test("goes beyond what it names as its policy says, or at a distance", () => {
    expect(covered(["dep:69"], "only")?.beyond).toBe(false);
    for (const policy of ["priority", "fallback", "anywhere"] as const)
      expect(covered(["dep:69"], policy)?.beyond).toBe(true);
    expect(covered(["dep:69", "remote"], "only")?.beyond).toBe(true);
  });

  test("is told in words too: what the drawing is called, what its tints mean, each department by name", () => {
    const html = page(["dep:69", "com:01004"], "fallback");
    expect(html).toContain('role="img" aria-labelledby="territory-title"');
    expect(html).toMatch(/<title id="territory-title">Carte de France\s: Rhône et Ambérieu-en-Bugey/);
    expect(html).toContain("Si rien d’équivalent n’est plus proche</li>");
    expect(html).toContain("<li>Ain, en partie</li><li>Rhône</li>");
    expect(html).toContain("https://creativecommons.org/licenses/by/4.0/");
    expect(page(["dep:69"], "only", "en")).toContain("Here only</li>");
  });

  test("of many departments folds their names away, and of all says so", () => {
    expect(page(["reg:84"])).toMatch(/<details><summary>Les 12 départements<\/summary>.*<li>Ain<\/li>/s);
    expect(page(["country:FR"])).toContain("<p>Tous les départements</p>");
  });

  test("elsewhere is not drawn", () => {
    expect(Where({ territory: { codes: ["country:BE"], policy: "only" }, language: "fr" })).toBeNull();
    expect(Where({ territory: null, language: "fr" })).toBeNull();
  });
});
