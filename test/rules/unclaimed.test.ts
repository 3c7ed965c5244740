import fc from "fast-check";
import { expect, test } from "vitest";
import { readSeedList } from "../../src/catalogue/seed-list.ts";
import { queryOf } from "../../src/portal/form.ts";
import { absenceOf, moved } from "../../src/portal/portal.ts";
import { needsOf } from "../../src/unclaimed/needs.ts";
import {
  claimLine,
  domainOf,
  impersonal,
  ownLinksIn,
  readOwnersWord,
  removalLine,
  speaksFor,
} from "../../src/unclaimed/unclaimed.ts";

const label = fc.stringMatching(/^[a-z]{1,10}$/);

test("an address speaks for its own domain and for none above or beside it", () => {
  expect(speaksFor("courge.example", "https://courge.example")).toBe(true);
  expect(speaksFor("courge.example", "https://www.courge.example/a")).toBe(true);
  expect(speaksFor("courge.example", "https://essaim.courge.example:8443")).toBe(true);
  expect(speaksFor("courge.example", "https://example")).toBe(false);
  expect(speaksFor("courge.example", "https://navet.example")).toBe(false);
  expect(speaksFor("courge.example", "https://fausse-courge.example")).toBe(false);
  expect(speaksFor("courge.example", "not an address")).toBe(false);
});

test("whatever the names, a sibling never speaks for another", () => {
  fc.assert(
    fc.property(label, label, label, (one, other, top) => {
      fc.pre(one !== other && one !== "www" && other !== "www");
      const domain = `${one}.${top}`;
      expect(speaksFor(domain, `https://${other}.${top}`)).toBe(false);
      expect(speaksFor(domain, `https://${other}.${domain}`)).toBe(true);
      expect(speaksFor(domain, `https://${top}`)).toBe(false);
    }),
  );
});

test("a website without a domain of the web has none", () => {
  expect(domainOf("https://WWW.Courge.example./")).toBe("courge.example");
  expect(domainOf("ftp://courge.example")).toBeNull();
  expect(domainOf("https://[::1]/")).toBeNull();
  expect(domainOf("courge")).toBeNull();
});

test("the owner's file is read line by line, and a page that answers everything says nothing", () => {
  expect(readOwnersWord(removalLine)).toEqual({ removal: true, origins: [] });
  expect(readOwnersWord(`# our word\r\n${claimLine("https://essaim.example/about")}\r\n`)).toEqual({
    removal: false,
    origins: ["https://essaim.example"],
  });
  expect(readOwnersWord("<html><body>please remove essaim: remove this</body></html>").removal).toBe(false);
  expect(readOwnersWord("")).toEqual({ removal: false, origins: [] });
});

test("only links that a page calls its own count", () => {
  const page = `<a rel="me noopener" href="https://essaim.example/@courge">x</a> <link href='https://b.example' rel='me'>
    <a href="https://c.example">y</a> <a rel="met" href="https://d.example">z</a> <a data-rel="me" href="https://e.example">w</a>
    <a rel=me href=javascript:alert(1)>v</a>`;
  expect(ownLinksIn(page)).toEqual(["https://essaim.example", "https://b.example"]);
});

test("reading a hostile page takes no time that grows with its square", () => {
  expect(ownLinksIn(`<a ${"rel ".repeat(200_000)}`)).toEqual([]);
});

test("what leads to a person is not taken", () => {
  expect(impersonal("Écrire à ada@example.org ou appeler le 06 12 34 56 78.")).toBe("Écrire à … ou appeler le ….");
  expect(impersonal("Depuis 2014, 35 services.")).toBe("Depuis 2014, 35 services.");
});

test("needs are guessed from software by name, however it is written", () => {
  expect(needsOf(["roundcube"])).toContain("email");
  expect(needsOf(["un logiciel inconnu"])).toEqual([]);
});

test("a list of instances gives each origin once; what is none is passed over", () => {
  expect(
    readSeedList({
      data: [{ host: "a.example" }, { host: "https://a.example/x" }, { host: "http://127.0.0.1:8080" }, { host: "::" }],
    }),
  ).toEqual(["https://a.example", "http://127.0.0.1:8080"]);
  expect(readSeedList({ data: "a.example" })).toBeNull();
  expect(readSeedList(null)).toBeNull();
});

test("what was picked is shown only while it is there, trusted, answering and open", () => {
  const well = { known: true, blocked: false, trust: 3, silent: false, closed: false };
  expect(absenceOf(well)).toBeNull();
  expect(absenceOf({ ...well, known: false })).toBe("gone");
  expect(absenceOf({ ...well, trust: 2 })).toBe("untrusted");
  expect(absenceOf({ ...well, trust: 4, blocked: true })).toBe("blocked");
  expect(absenceOf({ ...well, silent: true })).toBe("silent");
  expect(absenceOf({ ...well, closed: true })).toBe("closed");
});

test("moving one item up and down again leaves the list as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(20), (items, at) => {
      expect(moved(items, at, 1).toSorted()).toEqual(items.toSorted());
      if (at < items.length - 1) expect(moved(moved(items, at, 1), at + 1, -1)).toEqual(items);
    }),
  );
});

test("a saved search is an address of the directory, and never asks for what is not trusted", () => {
  expect(queryOf("https://hub.example/directory?need=email&trust=all&after=abc")).toBe("need=email");
  expect(queryOf("/directory?q=courriel")).toBe("q=courriel");
  expect(queryOf("?need=email")).toBe("need=email");
  expect(queryOf("https://hub.example/about?need=email")).toBeNull();
  expect(queryOf("need=nothing-like-it")).toBeNull();
});
