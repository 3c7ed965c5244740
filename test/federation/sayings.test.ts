import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorIri } from "../../federation/addresses.ts";
import { actorParty } from "../../src/funding/parties.ts";
import { findHandle } from "../../src/hosts/handles.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { useSaying } from "../../src/sayings/changes.ts";
import type { Fields } from "../../src/sayings/sayings.ts";
import { sayingTasks } from "../../src/site-sayings.ts";
import { must, promise, someFunding } from "../support/funding.ts";
import { act, noteBy, type Receiving, startReceiving } from "../support/receiving.ts";
import { laterEnglishRequests, laterFrenchRequests, laterPledges } from "../support/sentences/later.ts";
import { pledgeSentences } from "../support/sentences/pledges.ts";
import { englishRequests } from "../support/sentences/request-en.ts";
import { frenchRequests } from "../support/sentences/request-fr.ts";
import type { Sentence } from "../support/sentences/sentence.ts";

let site: Receiving;
let intake: { readonly id: string; readonly iri: string };
let campaign: { readonly id: string; readonly iri: string };
beforeAll(async () => {
  site = await startReceiving();
  const handle = await findHandle(site.db, "demandes");
  intake = { id: handle?.id ?? "", iri: actorIri(site.origin, { id: handle?.id ?? "", kind: "intake" }) };
  const { id } = await someFunding(site.db, new Date());
  campaign = { id, iri: actorIri(site.origin, { id, kind: "campaign" }) };
});
afterAll(() => site[Symbol.asyncDispose]());

/** What a server writes around what somebody typed. */
type Manner = (text: string, to: { readonly iri: string; readonly name: string }) => string;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const manners: Readonly<Record<string, Manner>> = {
  mastodon: (text, { name }) =>
    `<p><span class="h-card" translate="no"><a href="${site.origin}/@${name}" class="u-url mention">@<span>${name}</span></a></span> ${escaped(
      text,
    )
      .replaceAll("\n", "<br />")
      .replaceAll(
        /#(\w+)/g,
        '<a href="https://ailleurs.example/tags/$1" class="mention hashtag" rel="tag">#<span>$1</span></a>',
      )}</p>`,
  misskey: (text, { name }) =>
    `<p><a href="${site.origin}/@${name}" class="u-url mention">@${name}@${new URL(site.origin).host}</a><span> ${escaped(text).replaceAll("\n", "<br>").replaceAll(" €", "&nbsp;€")}</span></p>`,
  gotosocial: (text, { iri, name }) =>
    `<p><span class="h-card"><a href="${iri}" class="u-url mention" rel="nofollow noreferrer noopener" target="_blank">@<span>${name}</span></a></span> ${escaped(text).replaceAll("\n", "<br>")}</p>`,
  pleroma: (text, { iri, name }) =>
    `<span class="h-card"><a class="u-url mention" data-user="9" href="${iri}" rel="ugc">@<span>${name}</span></a></span> ${escaped(text).replaceAll("\n", "<br/>")}`,
};
const plain: Manner = (text) => `<p>${escaped(text)}</p>`;
const listed = Object.values(manners);

/** Somebody of a server of their own says something; gives what became of it. */
async function says(text: string, to: Parameters<Manner>[1], manner: Manner, language: string, now = new Date()) {
  const actor = `https://${randomUUID().slice(0, 8)}.example/users/asso`;
  await site.know(actor);
  const content = manner(text, to);
  const note = noteBy(actor, [to.iri], { content, contentMap: { [language]: content } });
  await site.hear(act("Create", actor, note));
  await readAll(now);
  const saying = await site.db.selectFrom("sayings").selectAll().where("note", "=", note.id).executeTakeFirst();
  const answers = await site.db.selectFrom("answers").selectAll().where("message", "=", note.id).execute();
  return { actor, note, saying, answers, fields: (saying?.fields ?? {}) as Fields };
}

/** Does what the receiving transaction has left to be done. */
async function readAll(now = new Date()): Promise<void> {
  const tasks = sayingTasks(site.db, { origin: site.origin, language: "fr" }, () => now);
  const { rows } = await sql<{ key: string; payload: unknown }>`
    select key, payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = 'read-saying' order by job.id`.execute(site.db);
  for (const { key, payload } of rows) {
    await tasks["read-saying"]?.(payload, undefined as never);
    await sql`select graphile_worker.remove_job(${key})`.execute(site.db);
  }
}

/** What a sentence should fill in, from the pieces that it is said to hold. */
function wantedOf([, ...pieces]: Sentence) {
  const of = (name: string) =>
    pieces.filter((piece) => piece.startsWith(`${name}: `)).map((piece) => piece.slice(piece.lastIndexOf(" = ") + 3));
  const sums = of("amount").map((sum) => {
    const [, amount = "", currency = "", period = null, role = "goal", unsure = ""] =
      /^(\S+) ([A-Z]{3})(?:\/(\w+))?(?: (\w+))?(\?)?$/.exec(sum) ?? [];
    return { amount: amount.replace(/\.00$/, ""), currency, period, role, sure: unsure === "" };
  });
  const bare = (values: readonly string[]) => values.map((value) => value.replace(/\?$/, ""));
  return {
    sums,
    needs: bare(of("need")),
    kinds: bare(of("kind")),
    deadlines: bare(of("deadline")).filter((day) => day !== "open"),
  };
}

/** The sentences say what they mean on this day. */
const asRead = new Date("2026-11-26T12:00:00Z");

const moneyFields = ["minimum", "optimum", "presets", "amount"];
const requests: readonly (readonly [string, readonly Sentence[]])[] = [
  ["fr", [...frenchRequests, ...laterFrenchRequests]],
  ["en", [...englishRequests, ...laterEnglishRequests]],
];

type Said = Awaited<ReturnType<typeof says>>;

/** What of a sentence its draft lacks. */
function missedIn({ fields }: Said, { sums, needs, kinds, deadlines }: ReturnType<typeof wantedOf>): readonly string[] {
  const deadline = String(fields["deadline"]);
  return [
    ...(sums.length > 0 && !moneyFields.some((name) => name in fields) ? [`amount ${sums[0]?.amount}`] : []),
    ...needs.filter((need) => !fields["needs"]?.includes(need)),
    ...kinds.filter((kind) => fields["kind"] !== kind),
    ...(deadlines.length === 0 || deadlines.includes(deadline) ? [] : [`deadline ${deadlines[0]}`]),
  ];
}

/** Whether each amount that is not marked is the only one, and the one that was written. */
function surelyWrong({ fields, saying }: Said, { sums }: ReturnType<typeof wantedOf>): readonly string[] {
  const unmarked = (name: string) => !saying?.unsure.includes(name);
  const [only, ...others] = sums;
  const fits = (name: string) =>
    others.length === 0 && only?.sure === true && only.amount === [fields[name]].flat()[0] && hasPace(only.period);
  const hasPace = (period: string | null) => !unmarked("period") || (period ?? "once") === (fields["period"] ?? "once");
  return moneyFields.filter((name) => name in fields && unmarked(name) && !fits(name));
}

test.each(requests)(
  "requests become drafts with what they say, and no amount that is not certain goes unmarked (%s)",
  async (language, sentences) => {
    const wrong: string[] = [];
    let drafts = 0;
    for (const [at, sentence] of sentences.entries()) {
      const said = await says(
        sentence[0],
        { ...intake, name: "demandes" },
        listed[at % listed.length] ?? plain,
        language,
        asRead,
      );
      const wanted = wantedOf(sentence);
      expect(said.answers, sentence[0]).toHaveLength(1);
      expect(surelyWrong(said, wanted), sentence[0]).toEqual([]);
      const missed = said.saying ? missedIn(said, wanted) : ["draft"];
      if (missed.length > 0) wrong.push(`${sentence[0]}\n  ${missed.join(", ")}`);
      if (said.saying) drafts += 1;
      expect(String(said.fields["description"])).not.toContain(`@demandes@${new URL(site.origin).host}`);
    }
    expect(wrong.length / sentences.length, wrong.join("\n")).toBeLessThanOrEqual(0.2);
    expect(sentences.length).toBeGreaterThan(20);
    expect(drafts).toBeGreaterThan(20);
  },
);

test("answers to a request become promises to confirm, and never a sure amount that is wrong", async () => {
  const wrong: string[] = [];
  const sentences = [...pledgeSentences, ...laterPledges];
  for (const [at, sentence] of sentences.entries()) {
    const to = { ...campaign, name: "fonds" };
    const said = await says(sentence[0], to, listed[at % listed.length] ?? plain, "fr");
    const isPromise = !sentence.some((piece) => piece.startsWith("refused") || piece === "deed: withdraw");
    if ((said.saying !== undefined) !== isPromise) wrong.push(sentence[0]);
    expect(surelyWrong(said, wantedOf(sentence)), sentence[0]).toEqual([]);
  }
  expect(wrong.length / sentences.length, wrong.join("\n")).toBeLessThanOrEqual(0.2);
});

describe("who answers a request from their own server", () => {
  const about = () => ({ ...campaign, name: "fonds" });
  const textOf = ({ answers }: Said) => answers.map(({ text }) => text).join("\n");
  const actorOf = (actor: string) => ({ kind: "actor", actor, name: "Asso", address: actor }) as const;

  test("gets a receipt of the request's account, and has promised nothing before they confirm", async () => {
    const said = await says("je participe 20 €, si on est au moins 4", about(), manners["mastodon"] ?? plain, "fr");
    expect(said.answers).toMatchObject([{ actor: campaign.id, visibility: "unlisted", account: null, who: "" }]);
    expect(textOf(said)).toContain("20\u00a0€, si nous sommes au moins 4");
    expect(textOf(said)).toContain(`/f/${said.saying?.token}`);
    expect(textOf(said)).toContain("Ce n’est pas encore une promesse");
    expect(said.fields).toEqual({ amount: "20", conditionParticipants: "4" });
    expect(await site.db.selectFrom("pledges").selectAll().execute()).toEqual([]);
  });

  test("also by a reply to what the request's account said, naming nobody", async () => {
    const id = randomUUID();
    const note = {
      id,
      actor: campaign.id,
      kind: "announcement",
      content: "<p>Qui ?</p>",
      language: "fr",
      hashtags: "[]",
    };
    await site.db
      .insertInto("notes")
      .values({ ...note, published: new Date() })
      .execute();
    const actor = "https://repond.example/users/asso";
    await site.know(actor);
    const reply = noteBy(actor, [], { content: "<p>+150€</p>", inReplyTo: `${site.origin}/ap/notes/${id}` });
    await site.hear(act("Create", actor, reply));
    await readAll();
    const saying = await site.db.selectFrom("sayings").selectAll().where("note", "=", reply.id).executeTakeFirst();
    expect(saying).toMatchObject({ kind: "pledge", request: campaign.id, fields: { amount: "150" } });
  });

  test("takes a promise back by a message, at once, and hears so without the amount", async () => {
    const first = await says("je participe 20 €", about(), plain, "fr");
    const now = new Date();
    await site.change(async (tx) => {
      const party = await actorParty(tx, { actor: first.actor, name: "Asso", address: null }, now);
      must(await makePledge(tx, promise(2_000), { request: campaign.id, by: party.id, now }));
      expect(await useSaying(tx, first.saying?.token ?? "", actorOf(first.actor), now)).toBe(true);
    });
    const note = noteBy(first.actor, [campaign.iri], { content: plain("Désolée, je retire ma promesse", about()) });
    await site.hear(act("Create", first.actor, note));
    await readAll();
    const [answer] = await site.db.selectFrom("answers").select("text").where("message", "=", note.id).execute();
    expect(answer?.text).toMatch(/votre promesse .* est retirée/);
    expect(answer?.text).not.toContain("20");
    const rows = await site.db.selectFrom("pledges").select("act").orderBy("number").execute();
    expect(rows.map((row) => row.act)).toEqual(["make", "withdraw"]);
    // The same words again, as servers repeat them, say nothing more.
    await site.hear(act("Update", first.actor, { ...note, updated: new Date().toISOString() }));
    await readAll();
    expect(await site.db.selectFrom("answers").select("id").where("message", "=", note.id).execute()).toHaveLength(1);
  });

  test("takes nobody else's promise back", async () => {
    const now = new Date();
    await site.change(async (tx) => {
      const party = await actorParty(tx, { actor: "https://fidele.example/users/a", name: "A", address: null }, now);
      must(await makePledge(tx, promise(3_000), { request: campaign.id, by: party.id, now }));
    });
    const said = await says("Je retire ma promesse", about(), plain, "fr");
    expect(textOf(said)).toContain("n’a rien promis");
    const [last] = await site.db.selectFrom("pledges").select("act").orderBy("said", "desc").limit(1).execute();
    expect(last?.act).toBe("make");
  });

  test("is left to people where no promise is meant", async () => {
    const said = await says("Bravo, on partage autour de nous !", about(), plain, "fr");
    expect([said.saying, said.answers]).toEqual([undefined, []]);
  });
});
