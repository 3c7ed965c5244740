import fc from "fast-check";
import { expect, test } from "vitest";
import { domainsAround, readDomain } from "../../src/peers/block.ts";

test.each([
  ["Mechant.Example", "mechant.example"],
  ["https://mechant.example/about?x=1", "mechant.example"],
  ["@mallory@mechant.example", "mechant.example"],
  ["mallory@mechant.example", "mechant.example"],
  ["méchant.example", "xn--mchant-bva.example"],
  ["mechant.example.", "mechant.example"],
  ["mechant.example:443", "mechant.example"],
  ["127.0.0.1:8081", "127.0.0.1:8081"],
  ["http://localhost:8081/", "localhost:8081"],
  ["[::1]:8081", "[::1]:8081"],
])("%s is the domain %s", (typed, domain) => {
  expect(readDomain(typed)).toBe(domain);
});

test.each(["", "  ", ".", "a b.example", "*.example", "ftp://mechant.example", "@mallory@", "https://", "a@b@c@"])(
  "%j is no domain",
  (typed) => {
    expect(readDomain(typed)).toBeNull();
  },
);

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const domain = fc.tuple(label, label).map((labels) => labels.join("."));
const port = fc.integer({ min: 1_024, max: 65_535 });

test("a block covers the domain, all below it, on every port, however its name is written", () => {
  fc.assert(
    fc.property(domain, fc.array(label, { maxLength: 3 }), port, (blocked, below, at) => {
      const host = [...below, blocked].join(".");
      for (const address of [`https://${host}/a`, `https://${host.toUpperCase()}./`, `http://${host}:${at}/b`])
        expect(domainsAround(address)).toContain(blocked);
    }),
  );
});

test("a block covers no domain that only ends alike, and none above", () => {
  fc.assert(
    fc.property(domain, label, (blocked, before) => {
      expect(domainsAround(`https://${before}${blocked}/`)).not.toContain(blocked);
      expect(domainsAround(`https://${blocked}/`)).not.toContain(`${before}.${blocked}`);
      expect(domainsAround(`https://elsewhere.example/${blocked}`)).not.toContain(blocked);
    }),
  );
});

test("a block with a port covers that port only", () => {
  expect(domainsAround("http://127.0.0.1:8081/users/a")).toContain("127.0.0.1:8081");
  expect(domainsAround("http://127.0.0.1:8082/users/a")).not.toContain("127.0.0.1:8081");
  expect(domainsAround("http://127.0.0.1:8082/users/a")).toContain("127.0.0.1");
});

test("what is no address is in no domain", () => {
  expect(domainsAround("mechant.example")).toEqual([]);
});
