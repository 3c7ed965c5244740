import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorIri } from "../../federation/addresses.ts";
import { findHandle } from "../../src/hosts/handles.ts";
import type { Fields } from "../../src/sayings/sayings.ts";
import { sayingTasks } from "../../src/site-sayings.ts";
import { someFunding } from "../support/funding.ts";
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
async function says(text: string, to: Parameters<Manner>[1], manner: Manner, language: string) {
  const actor = `https://${randomUUID().slice(0, 8)}.example/users/asso`;
  await site.know(actor);
  const content = manner(text, to);
  const note = noteBy(actor, [to.iri], { content, contentMap: { [language]: content } });
  await site.hear(act("Create", actor, note));
  await readAll();
  const saying = await site.db.selectFrom("sayings").selectAll().where("note", "=", note.id).executeTakeFirst();
  const answers = await site.db.selectFrom("answers").selectAll().where("message", "=", note.id).execute();
  return { actor, note, saying, answers, fields: (saying?.fields ?? {}) as Fields };
}

/** Does what the receiving transaction has left to be done. */
async function readAll(): Promise<void> {
  const tasks = sayingTasks(site.db, { origin: site.origin, language: "fr" });
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
    return { amount, currency, period, role, sure: unsure === "" };
  });
  const bare = (values: readonly string[]) => values.map((value) => value.replace(/\?$/, ""));
  return {
    sums,
    needs: bare(of("need")),
    kinds: bare(of("kind")),
    deadlines: bare(of("deadline")).filter((day) => day !== "open"),
  };
}

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
