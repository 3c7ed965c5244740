import fc from "fast-check";
import { expect, test } from "vitest";
import { ChangedWords } from "../../src/web/changed-words.tsx";

const words = { gone: "gone:", added: "added:" };
const shown = (before: string, after: string) =>
  String(<ChangedWords before={before} after={after} words={words} />).replaceAll(
    /<span class="sr">[^<]*<\/span>/g,
    "",
  );

test("what is new is underlined, what is gone struck out, the rest left as it was", () => {
  expect(shown("un agenda, deux listes", "un agenda commun, deux listes")).toBe(
    "un agenda<ins> commun</ins>, deux listes",
  );
  expect(shown("trois places", "places")).toBe("<del>trois </del>places");
});

test("without what is struck out one reads the new text, without what is underlined the old one", () => {
  const text = fc.array(fc.constantFrom("un", "deux", " ", ",", "été", "\n", "places"), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (old, fresh) => {
      const [before, after] = [old.join(""), fresh.join("")];
      const html = shown(before, after);
      const plain = (kept: string, dropped: string) =>
        html
          .replaceAll(new RegExp(`<${dropped}>[^<]*</${dropped}>`, "g"), "")
          .replaceAll(new RegExp(`</?${kept}>`, "g"), "");
      expect(plain("ins", "del")).toBe(after);
      expect(plain("del", "ins")).toBe(before);
    }),
  );
});

test("texts with nothing in common are shown as the new one, soon", () => {
  const of = (name: string) => Array.from({ length: 3_000 }, (_, n) => `${name}${n}`).join(" ");
  expect(shown(of("a"), of("b"))).toBe(of("b"));
});

test("what somebody wrote never becomes mark-up", () => {
  expect(shown("", "<b>")).toBe("<ins>&lt;b&gt;</ins>");
});
