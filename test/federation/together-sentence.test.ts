import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listReceived } from "../../src/together/received.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "../web/desk.ts";
import { type Form, formIn } from "../web/forms.ts";
import { comeInByMessage } from "../web/visiting.ts";

let home: TestSite;
let other: TestSite;
let alice: FakeMastodon;
beforeAll(async () => {
  home = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  other = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  alice = await startFakeMastodon();
  await befriend(home, other);
});
afterAll(async () => {
  await alice?.[Symbol.asyncDispose]();
  for (const site of [home, other]) await site?.[Symbol.asyncDispose]();
});

const hostOf = ({ origin }: TestSite) => new URL(origin).host;

/** As Mastodon writes whom a post names: a link with the name alone. */
const mention = (page: string, name: string) =>
  `<span class="h-card" translate="no"><a href="${page}" class="u-url mention">@<span>${name}</span></a></span>`;

/** What somebody writes from their account to the one for requests, naming two hosts. */
async function asks(said: (hosts: string) => string): Promise<string> {
  const intake = await alice.find(`demandes@${hostOf(home)}`);
  const [ours, theirs] = [
    mention(`${home.origin}/@la_pomme`, "la_pomme"),
    mention(`${other.origin}/@le_rucher`, "le_rucher"),
  ];
  const to = mention(`${home.origin}/@demandes`, "demandes");
  const { object } = await alice.mention(String(intake["id"]), `<p>${to} ${said(`${ours} et ${theirs}`)}</p>`);
  return (object as { readonly id: string }).id;
}

type Note = Readonly<Record<string, unknown>> & { readonly content: string };

const answerTo = async (note: string): Promise<Note> => {
  const isAnswer = (object: unknown): object is Note => (object as Note | null)?.["inReplyTo"] === note;
  return (await alice.waitFor(({ type, object }) => type === "Create" && isAnswer(object)))["object"] as Note;
};

const open = "https://www.w3.org/ns/activitystreams#Public";

describe("somebody asks two hosts together in one sentence, from their own account", () => {
  let asker: Visitor;
  let form: Form;
  let link: string;
  let own: string;

  test("and is answered, unlisted, with what was understood and a link", async () => {
    const said = (hosts: string) =>
      `pouvez-vous faire cela ensemble, ${hosts} : un Nextcloud et une formation pour 12 personnes à Strasbourg, 600 ou 800 € par an`;
    const answer = await answerTo(await asks(said));
    expect(answer["to"]).not.toContain(open);
    expect(answer["cc"]).toContain(open);
    expect([answer["to"], answer["cc"]].flat()).toContain(alice.actor);
    expect(answer.content).toMatch(
      /2\s+hébergeurs, Nextcloud, 12\s+personnes, Strasbourg.*À vérifier.*600\s€ par an, 800\s€ par an/,
    );
    link = /href="[^"]*(\/f\/[a-z0-9]+)"/.exec(answer.content)?.[1] ?? "";
  });

  test("which opens, for them alone, a form that is filled in, with its doubts marked", async () => {
    asker = await comeInByMessage(home, alice);
    const path = (await asker.get(link)).headers.get("location") ?? "";
    expect(path).toMatch(/^\/together\/ask\?from=/);
    expect((await visitor(home).get(path)).status).toBe(401);
    const page = await (await asker.get(path)).text();
    expect(page).toContain("Rempli d’après votre message");
    expect(page).toMatch(/Votre budget, en euros\s*<[^>]*>[^<]*<\/[^>]*>\s*<span class="chip chip-care">à vérifier/);
    expect(page).not.toMatch(/À qui vous demandez\s*<span class="chip chip-care">/);
    form = formIn(page);
    expect(form).toMatchObject({
      ...{ host: [hostOf(home), hostOf(other)], needs: ["file-sharing"], place: ["Strasbourg"], people: ["12"] },
      ...{ budget: ["600"], period: ["year"], name: ["Alice Martin"], as: ["actor"] },
      need: ["un Nextcloud et une formation pour 12 personnes à Strasbourg, 600 ou 800 € par an"],
    });
  });

  test("and leaves in the name of that account, once a colleague has looked at it", async () => {
    const wrong = await asker.post("/together/ask", form);
    expect(await wrong.text()).toContain("Dites comment vous joindre");
    const drafted = await asker.post("/together/ask", { ...form, contact: "Alice, 06 00 00 00 00" });
    own = drafted.headers.get("location") ?? "";
    expect(own).toMatch(/^\/together\/[0-9a-f-]{36}$/);
    expect((await asker.get(link)).status).toBe(410); // it was used
    const sent = await asker.post(`${own}/sending`, {});
    expect(sent.headers.get("location")).toBe(`${own}?done=held`);
    expect(await listReceived(other.db)).toEqual([]);
    const colleague = await signedIn(home);
    const held = await (await colleague.get("/admin/askings")).text();
    expect(held).toContain("Alice Martin");
    const [, through = ""] = /action="([^"]*\/through)"/.exec(held) ?? [];
    await colleague.post(through, {});
    const [received] = await eventually(async () => {
      const all = await listReceived(other.db);
      return all.length > 0 ? all : null;
    });
    expect(received).toMatchObject({ name: "Alice Martin", people: 12, budget: 60_000, period: "year", contact: null });
    const [by] = await home.db
      .selectFrom("askings")
      .innerJoin("parties", "parties.id", "askings.party")
      .select(["actor", "askings.name"])
      .execute();
    expect(by).toEqual({ actor: alice.actor, name: "Alice Martin" });
    await eventually(async () => (await listReceived(home.db)).length === 1);
  });

  test("who is told by a message when a host answers", async () => {
    const colleague = await signedIn(other);
    const [received] = await listReceived(other.db);
    const path = `/admin/askings/${received?.id}`;
    const answered = await colleague.post(`${path}/answer`, { answer: "lead", role: ["hosting"] });
    expect(answered.status).toBe(303);
    await eventually(async () => (await (await asker.get(own)).text()).includes("oui, et peut prendre la tête"));
    const isTold = ({ type, object }: Activity) => type === "Create" && String((object as Note).content).includes(own);
    // once that it has left, once that a host has answered
    const told = await eventually(() => alice.received.filter(isTold)[1]);
    expect([told["to"], told["cc"]].flat().filter(Boolean)).toEqual([alice.actor]);
  });
});
