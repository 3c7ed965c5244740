import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixesScripts, skeletonOf } from "../../src/catalogue/look-alikes.ts";
import { readBlocklist, writeBlocklist } from "../../src/peers/blocklist.ts";

describe("a list of blocked domains", () => {
  test("is read as Mastodon exports it", () => {
    const csv = [
      "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate",
      'mechant.example,suspend,true,true,"Harcèlement, ""souvent""",false',
      "bruyant.example,silence,false,false,,false",
      "ex*****.example,suspend,true,true,,true",
      "rien.example,noop,false,false,,false",
      "pas un domaine,suspend,false,false,,false",
      "",
    ].join("\r\n");
    const { listed, unread } = readBlocklist(csv);
    expect(listed).toEqual([
      { domain: "mechant.example", severity: "suspend", comment: 'Harcèlement, "souvent"' },
      { domain: "bruyant.example", severity: "silence", comment: null },
    ]);
    expect(unread.map(({ line, reason }) => [line, reason])).toEqual([
      [4, "obfuscated"],
      [5, "nothing-asked"],
      [6, "malformed"],
    ]);
  });

  test("is read too with one domain a line, remarks and all", () => {
    const { listed } = readBlocklist("a.example\n# une remarque\nhttps://B.example/x\n\na.example\n");
    expect(listed.map(({ domain }) => domain)).toEqual(["a.example", "b.example"]);
  });

  test("that we write is read back, and says nothing of our reasons", () => {
    const csv = writeBlocklist(["a.example", "b.example:8443"]);
    expect(readBlocklist(csv)).toEqual({
      listed: ["a.example", "b.example:8443"].map((domain) => ({ domain, severity: "suspend", comment: null })),
      unread: [],
    });
  });

  test("never throws, whatever is sent", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readBlocklist(text)));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', ",", "\n", "a.example", "#domain")),
        (bits) => void readBlocklist(bits.join("")),
      ),
    );
  });
});

describe("a name that looks like another", () => {
  test.each([
    ["Le Rucher", "Lе Ruсher"],
    ["rucher.example", "ruche1.example".replace("1", "r")],
    ["Mille Sabots", "MiIIe Sabots"],
    ["apple.example", "аррӏе.example"],
    ["modern.example", "modem.example"],
  ])("%s and %s have one skeleton", (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  test("that is written otherwise has another one", () => {
    expect(skeletonOf("Le Rucher")).not.toBe(skeletonOf("La Ruche"));
  });

  test("is told by letters of several alphabets in one word; several words of one alphabet each are fine", () => {
    expect([mixesScripts("Lе Rucher"), mixesScripts("Хостинг Host"), mixesScripts("Éloïse & Cie")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
