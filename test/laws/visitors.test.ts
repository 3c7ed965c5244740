import fc from "fast-check";
import { expect, test } from "vitest";
import { codesIn, isOnlyCode, newCode } from "../../src/visitors/message-codes.ts";
import { ownPathOf } from "../../src/visitors/visitor-parts.tsx";

const figures = fc.nat(9_999).map((n) => String(n).padStart(4, "0"));
const code = fc.tuple(figures, figures).map(([one, other]) => `${one}-${other}`);

test("a code is found however it was copied, and is all that such a message says", () => {
  const gap = fc.constantFrom("-", "", " ", "\u00a0", "\u2011", "–");
  const before = fc.constantFrom("", "@demandes ", "@demandes@pomme.example\n", "  @demandes : ");
  const after = fc.constantFrom("", ".", " !", "\n", " @demandes");
  fc.assert(
    fc.property(code, gap, before, after, (sent, between, one, other) => {
      const text = `${one}${sent.replace("-", between)}${other}`;
      expect(codesIn(text)).toEqual([sent]);
      expect(isOnlyCode(text)).toBe(true);
    }),
  );
  expect(codesIn(newCode())).toHaveLength(1);
});

test("other words beside a code are read by somebody", () => {
  fc.assert(
    fc.property(code, fc.stringMatching(/^[a-zé]{1,12}$/), (sent, word) => {
      expect(isOnlyCode(`${sent} ${word}`)).toBe(false);
      expect(isOnlyCode(word)).toBe(false);
    }),
  );
});

test("whatever an address asks to go to, one stays on this site and outside of the desk", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "/",
      "//",
      "\\",
      "..",
      ".",
      "@",
      ":",
      "?",
      "#",
      "%2f",
      "%5c",
      "\t",
      "evil.example",
      "https:",
      "admin",
      "sign-in",
    ),
    fc.string({ maxLength: 5 }),
  );
  const origin = "https://pomme.example";
  const asked = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join("")}`);
  fc.assert(
    fc.property(asked, (then) => {
      const path = ownPathOf(origin, then);
      const { origin: there, pathname } = new URL(path, origin);
      expect(there).toBe(origin);
      expect(path.startsWith("/") && !path.startsWith("//")).toBe(true);
      expect(/^\/(admin|sign-out)(\/|$)/.test(pathname)).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});
