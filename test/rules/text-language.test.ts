import { expect, test } from "vitest";
import { ownLanguage } from "../../src/web/text-language.ts";

test.each([
  "the request must be validated",
  "200 to 300 spaces",
  "free Nextcloud for up to 50 accounts and 40 GB",
  "appointment at the premises",
  "terms of use apply",
  "people who are not cooperators",
])("“%s” is marked as English among French texts", (text) => {
  expect(ownLanguage(text, "fr")).toEqual({ lang: "en" });
  expect(ownLanguage(text, "en")).toEqual({});
});

test.each([
  "Nous n'hébergeons pas de services web.",
  "Ateliers pratiques ou ludiques",
  "La formule « The Shift » est pour les associations",
  "Gestion de projet, l’open source in extenso",
  "suivant vos besoins",
  "Nextcloud",
  "40 Go",
  "",
])("“%s” stays in the language its host names", (text) => expect(ownLanguage(text, "fr")).toEqual({}));
