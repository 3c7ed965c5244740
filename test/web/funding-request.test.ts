import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Acting } from "../../src/funding/acting.ts";
import { draftFunding } from "../../src/funding/changes.ts";
import { fundingModes, type Party } from "../../src/funding/funding.ts";
import { writeNews } from "../../src/funding/news.ts";
import { makeProposal } from "../../src/funding/proposals.ts";
import { visibilities } from "../../src/pledges/pledges.ts";
import { lived, lives, promised } from "../support/campaigns.ts";
import { freshDatabase } from "../support/database.ts";
import { asked, must, promise, someFunding, someParty } from "../support/funding.ts";
import { openPages, type Pages } from "./pages.ts";

const opened = new Date("2026-11-24T10:00:00Z");
let now = opened;
const acting: Acting[] = [];
let pages: Pages;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  pages = await openPages(database.url, {
    ...{ now: () => now, acting, payment: "https://caisse.example/velo" },
    interest: { likes: 12, boosts: 1, votes: [{ label: "20 €", count: 3 }] },
  });
});

afterAll(async () => {
  await pages.close();
  await drop();
});

/** What a page says, without its marks. */
async function textOf(path: string, language = "fr"): Promise<string> {
  const answer = await pages.get(path, { "accept-language": language });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return html
    .replace(/^.*<main/s, "<main")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
}

/** What the page of each state has to say, whatever the mode. */
const said = {
  open: { fr: ["Participer en une minute"], en: ["Take part in one minute"] },
  reached: { fr: ["Participer en une minute", "Le compte y est"], en: ["Enough is there"] },
  full: { fr: ["demande maintenant à chacun de confirmer"], en: ["now asks everybody to confirm"] },
  confirming: { fr: ["Chacun confirme sa promesse jusqu’au"], en: ["Everybody confirms their pledge until"] },
  committed: { fr: ["les promesses engagent", "Aller à la page de paiement"], en: ["pledges bind"] },
  delivering: { fr: ["est en route", "Aller à la page de paiement"], en: ["under way"] },
  delivered: { fr: ["C’est fait.", "Ce qui en est sorti"], en: ["It is done."] },
  failed: { fr: ["Personne ne doit rien"], en: ["Nobody owes anything"] },
  cancelled: { fr: ["toutes les promesses sont rendues"], en: ["all pledges are released"] },
} as const;

describe.each(fundingModes)("a request of the mode %s", (mode) => {
  // With less than was asked for it is content only once the time is over.
  const possible = lives.filter((life) => !(mode === "keep-what-you-raise" && life === "reached"));
  test.each(possible)("says what happens next when it is %s, in both languages", async (life) => {
    const request = await lived(pages.db, mode, life, opened);
    now = request.now;
    const path = `/funding/${request.code}`;
    const [french, english] = [await textOf(path), await textOf(path, "en")];
    for (const words of said[life].fr) expect(french).toContain(words);
    for (const words of said[life].en) expect(english).toContain(words);
    for (const text of [french, english]) expect(text).not.toMatch(/null|undefined|NaN|\[object/);
    const taking = life === "open" || life === "reached";
    expect(french.includes("Participer en une minute")).toBe(taking);
    const over = ["committed", "delivering", "delivered", "failed", "cancelled"].includes(life);
    expect(french.includes("Une promesse, c’est quoi")).toBe(!over);
    expect(french.includes("L’affiche à imprimer")).toBe(!over);
    if (life === "failed" || life === "cancelled") expect(french).not.toContain("Il manque");
    expect(french.includes("caisse.example")).toBe(["committed", "delivering", "delivered"].includes(life));
    now = opened;
  });
});

describe("how far a request is", () => {
  test("is one sentence that reads well aloud", async () => {
    const request = await someFunding(pages.db, opened, { deadline: "2026-12-16" });
    for (const name of ["Foyer", "Radio"]) await promised(pages.db, request, name, promise(15_600), opened);
    const html = await (await pages.get(`/funding/${request.code}`)).text();
    expect(html).toContain('aria-label="312\u00a0€ promis sur 600\u00a0€, 2 participants, encore 23 jours"');
    expect(await textOf(`/funding/${request.code}`)).toContain("Il manque 288\u00a0€".replaceAll("\u00a0", " "));
  });

  test("keeps apart what waits for a condition, and help in kind", async () => {
    const request = await someFunding(pages.db, opened, { deadline: "2026-12-16" });
    await promised(pages.db, request, "Foyer", promise(1_000, { condition: { total: null, participants: 5 } }), opened);
    const help = { amount: null, help: { count: 3, unit: "hour" as const } };
    await promised(pages.db, request, "Radio", { ...promise(0), ...help }, opened, "Des relectures");
    const text = await textOf(`/funding/${request.code}`);
    expect(text).toContain("10 € de plus sont promis sous condition");
    expect(text).toContain("Et de l’aide, comptée à part : 3 heures.");
    expect(text).toContain("0 € promis par personne".slice(0, 4));
    expect(text).toContain("si nous sommes au moins 5, attend sa condition");
  });
});

/** Somebody's promise, made of words and figures that stand nowhere else. */
const somebodys = fc.record({
  name: fc.stringMatching(/^[A-Z][a-z]{9,14}$/),
  cents: fc.integer({ min: 1_111_11, max: 8_888_88 }),
  visibility: fc.constantFrom(...visibilities),
  help: fc.boolean(),
  words: fc.stringMatching(/^[a-z]{12,16}$/),
});
type Somebodys = typeof somebodys extends fc.Arbitrary<infer Value> ? Value : never;

async function promiseAll(all: readonly Somebodys[]): Promise<string> {
  const request = await someFunding(pages.db, opened, { goal: { mode: "all-or-nothing", minimum: "900000.00" } });
  for (const { name, cents, visibility, help, words } of all) {
    const what = help ? { amount: null, help: { count: cents, unit: "thing" as const } } : {};
    await promised(
      pages.db,
      request,
      name,
      { ...promise(cents), ...what, visibility },
      opened,
      help ? words : undefined,
    );
  }
  return request.code;
}

/** What is promised, as pages write it without the spaces in it. */
function figureOf({ cents, help }: Somebodys): RegExp {
  const euros = `${Math.floor(cents / 100)}${cents % 100 === 0 ? "" : `,${String(cents % 100).padStart(2, "0")}`}`;
  return new RegExp(`(?<!\\d)${help ? `${cents} choses` : `${euros}€`}`);
}

describe("who takes part", () => {
  test("is never shown more than each allowed, on any page or feed that tells of the request", async () => {
    const law = async (all: readonly Somebodys[]) => {
      const code = await promiseAll(all);
      const paths = [`/funding/${code}`, `/funding/${code}/poster`, `/funding/${code}/feed.atom`, "/funding", "/"];
      const told = await Promise.all(paths.map(async (path) => (await pages.get(path)).text()));
      const html = told.join("\n").replaceAll(/[\u202f\u00a0]/g, "");
      for (const one of all) {
        expect(html.includes(one.name), one.name).toBe(one.visibility !== "anonymous");
        expect(html.includes(one.words), one.words).toBe(one.help && one.visibility === "visible");
        // The only one of its sort is also the sum.
        const sum = all.filter(({ help }) => help === one.help).length === 1;
        if (!sum) expect(figureOf(one).test(html), String(one.cents)).toBe(one.visibility !== "amount-hidden");
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(somebodys, { minLength: 2, maxLength: 6, selector: ({ name }) => name }), law),
      {
        numRuns: 12,
      },
    );
  }, 120_000);

  test("is known in full to who asks, and to nobody else who acts here", async () => {
    const request = await someFunding(pages.db, opened);
    await promised(pages.db, request, "Secret de Polichinelle", promise(12_345, { visibility: "anonymous" }), opened);
    const reads = async (party: Party | null) => {
      acting.splice(0, 9, ...(party === null ? [] : [actorOf(party)]));
      const text = await textOf(`/funding/${request.code}`);
      acting.splice(0);
      return text;
    };
    const other = await pages.db.transaction().execute((tx) => someParty(tx, opened, "Quelqu’un"));
    for (const party of [null, other]) {
      const text = await reads(party);
      expect(text).not.toContain("Polichinelle");
      expect(text).not.toContain("Conduire cette annonce");
    }
    const whole = await reads(request.requester);
    expect(whole).toContain("Polichinelle");
    expect(whole).toContain("Conduire cette annonce");
  });
});

const actorOf = ({ actor, name }: Party): Acting => ({ kind: "actor", actor: actor ?? "", name, address: "" });

describe("a draft", () => {
  test("is there for who wrote it, and for nobody else", async () => {
    const { code, requester } = await pages.db.transaction().execute(async (tx) => {
      const party = await someParty(tx, opened, "Vélo et Compagnie");
      return must(await draftFunding(tx, asked(), { requester: party, now: opened }));
    });
    for (const path of ["", "/poster", "/qr.svg", "/feed.atom"])
      expect((await pages.get(`/funding/${code}${path}`)).status).toBe(404);
    acting.push(actorOf(requester));
    const text = await textOf(`/funding/${code}`);
    acting.splice(0);
    expect(text).toContain("Corriger le brouillon");
    expect(text).not.toContain("Suivre cette annonce");
  });
});

describe("what hosts and the steward say", () => {
  test("is shown as it was said, what is for who asks to nobody else, and no address runs", async () => {
    const request = await someFunding(pages.db, opened);
    await pages.db.transaction().execute(async (tx) => {
      const { id: by } = await someParty(tx, opened, "Le Four banal");
      const answer = {
        ...{ amount: 58_000, currency: "EUR", period: "year" as const, ready: "2027-03-01", terms: "Sans engagement." },
        ...{ text: "Un Nextcloud <b>pour tous</b>.", url: "javascript:alert(1)" },
      };
      must(await makeProposal(tx, request.code, { ...answer, visibility: "everyone" }, { by, now: opened }));
      const hushed = { ...answer, text: "Entre nous.", visibility: "requester" as const };
      must(await makeProposal(tx, request.code, hushed, { by, now: opened }));
      const news = { kind: "news" as const, text: "Le devis est là.", deliverable: null };
      must(await writeNews(tx, request.code, news, { by: request.requester.id, now: opened }));
    });
    const html = await (await pages.get(`/funding/${request.code}`)).text();
    expect(html).toContain("Un Nextcloud &lt;b&gt;pour tous&lt;/b&gt;.");
    expect(html).toContain("580\u00a0€ par an");
    expect(html).toContain("Le devis est là.");
    expect(html).not.toContain("Entre nous.");
    expect(html).not.toContain("javascript:");
  });

  test("and what people like is told as interest, apart from the count", async () => {
    const request = await someFunding(pages.db, opened);
    expect(await textOf(`/funding/${request.code}`)).toContain("ne compte pas dans le total");
  });
});

describe("the ways to a request", () => {
  test("lead to one address, for browsers, accounts and telephones", async () => {
    const request = await someFunding(pages.db, opened);
    const path = `/funding/${request.code}`;
    for (const other of [`/@${request.handle}`, path.toUpperCase().replace("/FUNDING", "/funding")]) {
      const answer = await pages.get(other);
      if (other !== path) expect(answer.headers.get("location")).toBe(path);
    }
    const html = await (await pages.get(path)).text();
    expect(html).toContain(
      `<link rel="alternate" type="application/activity+json" href="https://pomme.example/ap/actors/${request.id}"`,
    );
    expect(html).toContain(`@${request.handle}@pomme.example je participe 20\u00a0€`);
    expect(html).toContain('"@type":"Demand"');
    const code = await pages.get(`${path}/qr.svg`);
    expect(code.headers.get("content-type")).toBe("image/svg+xml");
    expect(await textOf(`${path}/poster`)).toContain(`pomme.example${path}`);
  });

  test("show another card as soon as the total is another", async () => {
    const request = await someFunding(pages.db, opened, { deadline: "2026-12-16" });
    const cardOf = async () => {
      const html = await (await pages.get(`/funding/${request.code}`)).text();
      return /og:image" content="https:\/\/pomme.example([^"]*)"/.exec(html)?.[1] ?? "";
    };
    const before = await cardOf();
    await promised(pages.db, request, "Foyer", promise(31_200), opened);
    const after = await cardOf();
    expect(after).not.toBe(before);
    expect((await pages.get(before)).headers.get("location")).toBe(after);
    const drawn = await pages.get(after);
    expect(drawn.headers.get("content-type")).toBe("image/png");
    expect((await drawn.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  });
});
