import { expect, test } from "vitest";
import { ProfileInput, StoredProfile } from "../../src/hosts/form.ts";
import { emptyProfile, isHub } from "../../src/hosts/host.ts";

test("a profile of which only the name is known is whole", () => {
  const profile = emptyProfile("Hôte A", "fr");
  expect(StoredProfile.parse(profile)).toEqual(profile);
  expect(StoredProfile.parse({ name: "Hôte A" })).toEqual(profile);
  expect(ProfileInput.parse({ name: " Hôte A " })).toEqual(profile);
});

test("who gives nothing itself is a portal", () => {
  expect(isHub(emptyProfile("Réseau B", "fr"))).toBe(true);
  expect(isHub({ ...emptyProfile("Hôte A", "fr"), capabilities: ["accompaniment"] })).toBe(false);
});

test("a profile that someone sends is looked at closely", () => {
  const wrong = [
    { name: "" },
    { website: "javascript:alert(1)" },
    { country: "France" },
    { commune: "16015" },
    { territory: { codes: ["16"], policy: "only" } },
    { territory: { codes: ["dep:16"], policy: "perhaps" } },
    { capabilities: ["magic"] },
    { closing: { announced: "soon", ends: "2027-01-01" } },
    { languages: ["français"] },
  ];
  for (const part of wrong) {
    expect(ProfileInput.safeParse({ name: "Hôte A", ...part }).success, JSON.stringify(part)).toBe(false);
  }
});
