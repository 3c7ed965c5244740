import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { federationListeners } from "../../federation/outbox.ts";
import type { Reach } from "../../federation/reach.ts";
import { SiteEvent } from "../../src/events.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { letterListeners, siteListeners } from "../../src/site-listeners.ts";
import { everyLetter } from "../support/every-letter.ts";

const letters = (["fr", "en"] as const).flatMap((language) =>
  everyLetter(language).map((letter) => ({ language, ...letter })),
);

describe.each(letters)("$language: $name", ({ language, subject, text, link, more }) => {
  test("says in its subject what it is, in one line that a list of letters can show", () => {
    expect(subject).toMatch(/^\S.{9,110}\S$/u);
    expect(subject).not.toMatch(/https?:|undefined|null|\.$/);
  });

  test("greets, says what happened, and speaks one language", () => {
    const [greeting, first = ""] = text.split("\n\n");
    expect(greeting).toBe(language === "fr" ? "Bonjour," : "Hello,");
    expect(first).toMatch(/^[\p{Lu}«“]/u);
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text.match(language === "fr" ? /\b(the|you|your)\b/i : /\b(vous|votre|les)\b(?! Lavandières)/)).toBeNull();
  });

  test("has one link with which one acts, alone on its line, and none that it does not need", () => {
    const found = [...text.matchAll(/https?:\/\/\S+/g)].map(([one]) => one);
    expect(new Set(found)).toEqual(new Set([...(link === null ? [] : [link]), ...more]));
    if (link !== null) expect(text.split("\n")).toContain(link);
  });

  test("uses no word that only those know who run servers", () => {
    const said = `${subject}\n${text.replaceAll(/https?:\/\/\S+/g, "")}`;
    expect(said).not.toMatch(/ActivityPub|token|URL|instance|handle|webfinger|JSON|HTTP|\bUTC\b|cookie|SMTP|hub\b/i);
    expect(said).not.toMatch(/[<>]|&\w+;/);
  });
});

test("both languages have the same letters, each with its own subject", () => {
  const names = (language: "fr" | "en") => everyLetter(language).map(({ name }) => name);
  expect(names("fr")).toEqual(names("en"));
  expect(new Set(names("fr")).size).toBe(names("fr").length);
});

test("docs/letters.md lists each of them", () => {
  const list = readFileSync(projectPath("docs", "letters.md"), "utf8");
  const kinds = new Set(everyLetter("fr").map(({ name }) => name.replace(/^(notices|joint|reviews)\/.*/, "$1")));
  for (const kind of kinds) expect(list, kind).toContain(`\`${kind.replace(/ .*/, "")}\``);
});

test("whoever writes letters of an event is the last to hear of it: what fails before sends nothing twice", () => {
  const mail = { smtpUrl: "smtp://127.0.0.1", mailFrom: "essaim@pomme.example" };
  const post = { origin: "https://pomme.example", language: "fr" as const, mail, secret: secretOf(Buffer.alloc(32)) };
  const reach = { origin: post.origin, language: "fr" } as Reach;
  const all = siteListeners(post, federationListeners(reach));
  const names = SiteEvent.options.map((shape) => shape.shape.name.value);
  const writers = letterListeners(post).map((one) => (event: SiteEvent) => one.hears(event));
  const heard = names.filter((name) => writers.some((hears) => hears({ name } as SiteEvent)));
  expect(heard.length).toBeGreaterThan(10);
  for (const name of heard) {
    const hearing = all.filter((one) => one.hears({ name } as SiteEvent));
    const last = hearing.at(-1);
    const writing = all.slice(-writers.length).filter((one) => one.hears({ name } as SiteEvent));
    expect(writing, name).toEqual([last]);
  }
});
