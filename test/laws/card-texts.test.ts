import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { clip, drawable, letters, setText } from "../../src/web/card-text.ts";

/** Letters of different widths, as type has. */
const measure = (text: string, size: number) =>
  [...text].reduce((sum, sign) => sum + (/[il.,|]/.test(sign) ? 0.3 : /[mw—]/.test(sign) ? 0.9 : 0.55), 0) * size;
const width = 700;
const settings = [
  { size: 80, lines: 2 },
  { size: 60, lines: 3 },
  { size: 50, lines: 3 },
];
const text = fc.string({ unit: "grapheme", maxLength: 300 }).map(drawable);
const prose = fc
  .array(fc.stringMatching(/^[a-zéèçœ’-]{1,14}$/), { minLength: 1, maxLength: 40 })
  .map((list) => list.join(" "));

describe("a text on a card", () => {
  test("never leaves its place, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(text, prose, fc.string({ maxLength: 200 }).map(drawable)), (said) => {
        const { size, lines } = setText(said, settings, width, measure);
        expect(lines.length).toBeLessThanOrEqual(settings.find((one) => one.size === size)?.lines ?? 0);
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test("is whole, word by word, in the largest size that holds it; else it is cut at its end and says so", () => {
    fc.assert(
      fc.property(prose, (said) => {
        const { size, lines } = setText(said, settings, width, measure);
        const shown = lines.join(" ");
        if (shown !== said) {
          expect(size).toBe(50);
          expect(shown.endsWith("…")).toBe(true);
          expect(said.startsWith(shown.slice(0, -1))).toBe(true);
        }
      }),
    );
  });

  test("that fits on one line is left as it is, any other ends with an ellipsis", () => {
    fc.assert(
      fc.property(prose, (said) => {
        const shown = clip(said, width, (part) => measure(part, 40));
        expect(measure(shown, 40)).toBeLessThanOrEqual(width);
        expect(shown === said || (shown.endsWith("…") && measure(said, 40) > width)).toBe(true);
      }),
    );
  });

  test("breaks a word only where no size holds it whole", () => {
    expect(setText("anticonstitutionnellement", settings, width, measure)).toEqual({
      size: 50,
      lines: ["anticonstitutionnellement"],
    });
    expect(setText("a".repeat(40), settings, width, measure).lines[0]).toMatch(/^a+-$/);
  });

  test("keeps an amount and its currency on one line", () => {
    const lines = setText(`${"mot ".repeat(4)}dès 1\u202f250\u00a0€`, settings, 430, measure).lines;
    expect(lines.map(drawable).some((line) => line.includes("1\u00a0250\u00a0€"))).toBe(true);
  });
});

describe("the letters of a card", () => {
  test("are those that our fonts draw, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (said) => {
        const left = [...drawable(said)].filter((sign) => sign !== " " && sign !== "\u00a0" && !letters.has(sign));
        expect(left).toEqual([]);
      }),
    );
  });

  test("lose accents that we have not, and what cannot be drawn is left out", () => {
    expect(drawable("Łódź, Ærø, Ceauşescu")).toBe("Lódz, Æro, Ceausescu".replace("Æro", "Ærø"));
    expect(drawable("L’élève  a\tdû\u0000 partir 😀")).toBe("L’élève a dû partir");
    expect(drawable("Почта")).toBe("");
  });

  test.each([
    ["bricolage-fr", /./],
    ["atkinson-next-fr", /\D/], // its figures come from the other
  ])("are all in %s", (name, own) => {
    const fontFiles = [projectPath("dist", "data", "fonts", `${name}.ttf`)];
    const coded = (sign: string) => `&#${sign.codePointAt(0)};`;
    const missing = [...letters].filter((sign) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="50" font-size="40" font-family="Any">${coded(sign)}</text></svg>`;
      const options = {
        font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Bricolage Grotesque 96pt ExtraBold" },
      };
      const family = name === "bricolage-fr" ? "Bricolage Grotesque 96pt ExtraBold" : "Atkinson Hyperlegible Next";
      return own.test(sign) && new Resvg(svg.replace("Any", family), options).getBBox() === undefined;
    });
    expect(missing).toEqual([]);
  });
});
