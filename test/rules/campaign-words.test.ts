import { expect, test } from "vitest";
import type { LocalCampaign } from "../../federation/actors/campaigns.ts";
import type { Local } from "../../federation/actors/local.ts";
import {
  campaignState,
  committedNews,
  deliveredNews,
  endNews,
  halfNews,
  lastDayNews,
  openingNews,
  reachedNews,
  stewardNews,
} from "../../federation/send/funding-texts.ts";
import { optionsOf } from "../../federation/send/polls.ts";
import { textOf } from "../../federation/vocabulary/html.ts";
import type { Language } from "../../src/foundation/language.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { someCampaign } from "../support/some-campaign.ts";

const created = new Date("2026-11-22T08:00:00Z");
const now = new Date("2026-11-26T08:00:00Z");
const over = new Date("2027-02-01T08:00:00Z");
const id = "0192f1a0-0000-7000-8000-000000000009";
const handle = { id, name: "x", kind: "host", created, gone: null } as const;
const local = (language: Language, at = now): Local => ({
  ...{ origin: "https://hote-a.example", now: at, instance: handle, availability: null, offers: [], language },
  host: { id, handle: "x", profile: emptyProfile("Hôte A", "fr"), logo: [], created, changed: created },
});
const some = (more: Partial<Parameters<typeof someCampaign>[0]> = {}) => someCampaign({ id, created, now, ...more });
const first = (content: string) => textOf(content).split("\n\n")[0]?.replaceAll("\u00a0", " ");

test("an opening says what is looked for, in words of each kind of goal", () => {
  const said = (campaign: LocalCampaign, language: Language) => first(openingNews(local(language), campaign).content);
  expect(said(some(), "fr")).toBe(
    "@asso_velo cherche à réunir 600 € par an d’ici le 31 janvier 2027, à plusieurs, pour :",
  );
  expect(said(some(), "en")).toBe("@asso_velo looks for €600 a year by 31 January 2027, together with others, for:");
  const heads = some({ form: { goal: { mode: "headcount", participants: 4 } } });
  expect(said(heads, "fr")).toContain("cherche à réunir 4 participants au moins d’ici");
  const endless = some({ form: { goal: { mode: "recurring", minimum: "50.00", period: "month" } }, closes: null });
  expect(said(endless, "fr")).toContain("cherche à réunir 50 € par mois, à plusieurs");
});

test("whoever asked and was erased is named by nobody", () => {
  const campaign = { ...some(), asker: { name: null, page: null, actor: null, named: null } };
  const said = openingNews(local("fr"), campaign);
  expect(first(said.content)).toContain("une structure cherche");
  expect(said.named).toEqual([]);
});

test("enough is said as what it is: all of it, the minimum, or what is kept once the time is over", () => {
  const reached = (more: Partial<Parameters<typeof someCampaign>[0]>, at = now) =>
    textOf(reachedNews(local("fr", at), some({ state: "reached", ...more })).content).replaceAll("\u00a0", " ");
  const promises = { total: 60_000 };
  expect(reached({ promises })).toContain("Le compte y est : 600 € sur 600 € par an");
  expect(reached({ promises })).toContain("On peut encore participer jusqu’au 31 janvier 2027");
  const two = { form: { goal: { mode: "minimum-then-optimum", minimum: "500.00", optimum: "900.00" } }, promises };
  expect(reached(two)).toContain("Le minimum y est : 600 € sur 900 €");
  const kept = reached({ form: { goal: { mode: "keep-what-you-raise", minimum: "600.00" } } }, over);
  expect(kept).toContain("La date limite est passée, et ce qui a été promis servira : 120,50 € sur 600 €");
  expect(kept).not.toContain("On peut encore participer");
});

test("half of a number of participants is said of them", () => {
  const half = some({
    form: { goal: { mode: "headcount", participants: 4 } },
    promises: { total: 4_000, participants: 2 },
  });
  expect(first(halfNews(local("fr"), half).content)).toBe("La moitié y est : 2 participants sur 4 et 40 €");
});

test("each end says what it means for whoever promised", () => {
  const [fr, en] = [local("fr"), local("en")];
  expect(textOf(committedNews(fr, some()).content)).toContain("Les promesses confirmées engagent désormais");
  const support = some({ form: { goal: { mode: "recurring", minimum: "50.00", period: "month" } } });
  expect(first(committedNews(en, support).content)).toContain("The support begins:");
  for (const how of ["failed", "cancelled"] as const) {
    expect(textOf(endNews(fr, some(), how).content)).toContain("Personne ne doit rien");
    expect(textOf(endNews(en, some(), how).content)).toContain("Nobody owes anything");
  }
  expect(textOf(lastDayNews(en, some()).content)).toContain("€479.50 a year are still missing.");
});

test("the steward’s words stay text, are of the request’s language, and come before what they lead to", () => {
  const news = {
    id,
    kind: "outcome",
    text: "It <works>.",
    deliverable: "https://forge.example/x",
    written: now,
  } as const;
  const said = stewardNews(local("fr"), some({ form: { language: "en" } }), news);
  expect(said.language).toBe("en");
  expect(said.content).toContain("<p>It &lt;works&gt;.</p>");
  const links = [...said.content.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);
  expect(links).toEqual(["https://hote-a.example/funding/7q4k", "https://forge.example/x"]);
  expect(deliveredNews(local("fr"), some(), null).content).not.toContain("forge");
});

test("what is pinned says all sums and nobody’s name", () => {
  const said = textOf(
    campaignState(local("en"), some({ state: "reached", asked: { since: now, until: over } })).content,
  );
  expect(said).toContain("Pledged: €120.50 of €600 a year (4 pledges), €50 a year under conditions, one help in kind");
  expect(said).toContain("How far it is: Everybody confirms their pledge until 1 February 2027");
});

test("a poll has the amounts to choose from, each once, and another; or whether at all", () => {
  const options = (presets: string[]) => optionsOf(local("en"), some({ form: { presets } }));
  expect(options(["10.00", "20.00", "10.00"])).toEqual(["€10 a year", "€20 a year", "Another amount"]);
  expect(options([])).toHaveLength(2);
});
