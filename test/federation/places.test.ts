import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { answerRequest, followRequest, type HostDoing } from "../../src/places/answering.ts";
import { changePlaceSettings, receiveRequest } from "../../src/places/changes.ts";
import { eraseRequest } from "../../src/places/erasing.ts";
import type { RequestContact } from "../../src/places/places.ts";
import { findEntry } from "../../src/places/queries.ts";
import { passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { files, publish, say } from "../web/offers.ts";

let site: TestSite;
let mail: MailServer;
let mastodon: FakeMastodon;
let offer: string;

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => site.db.transaction().execute(work);
const now = new Date();

beforeAll(async () => {
  mail = await startMailServer();
  mastodon = await startFakeMastodon();
  site = await startSite({ settings: { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" } });
  await publish(site.db, "fichiers", files);
  await say(site.db, "fichiers", { state: "open" });
  offer = (await site.db.selectFrom("offers").select("id").executeTakeFirstOrThrow()).id;
  const host = await findHost(site.db);
  if (!host) throw new Error("nobody hosts");
  const contact = { ...host.profile.contact, email: "bureau@pomme.example" };
  await change((tx) => changeHost(tx, { ...host.profile, contact }, now));
  await change((tx) => changePlaceSettings(tx, { answerDays: 3, keptMonths: 12 }));
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mastodon[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

async function received(contact: RequestContact, language: "fr" | "en" = "fr"): Promise<string> {
  const asked = { name: "Les Jardins du Lavoir", people: 20, message: "Gagnez un million", contact };
  const outcome = await change((tx) => receiveRequest(tx, asked, { offer, form: randomUUID(), language, now }));
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
}

async function answer(id: string, doing: Partial<HostDoing> & Pick<HostDoing, "act">): Promise<string> {
  const outcome = await change((tx) => answerRequest(tx, id, { text: null, account: null, now, ...doing }));
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
}

/** The letters to somebody so far, as their mail program shows them. */
const lettersTo = (address: string) =>
  mail.posted.filter(({ to }) => to.includes(address)).map(({ content }) => readable(content));
const letterTo = (address: string, at: number) => eventually(async () => lettersTo(address)[at]);

/** Quoted-printable, as far as these letters need. */
function readable(content: string): string {
  const bytes = content
    .replaceAll(/=\n/g, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll("=", ""), "hex").toString());
  return bytes;
}

const direct = (text: string) =>
  mastodon.waitFor(({ type, object }) => type === "Create" && JSON.stringify(object).includes(text));

describe("who gave an e-mail address", () => {
  test("hears by letter that the request came, with a link that opens it, and nothing of what was typed", async () => {
    await received({ kind: "email", address: "ada@example.org" });
    const letter = await letterTo("ada@example.org", 0);
    expect(letter).toContain("une réponse sous 3 jours");
    expect(letter).not.toMatch(/million|Lavoir/);
    const [link = ""] = /http:\/\/127\S+\/requests\/[\w-]{43}/.exec(letter) ?? [];
    const page = await fetch(link);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Gagnez un million")]);
  });

  test("gets each answer in the language of the form, each once, with a link that works", async () => {
    const id = await received({ kind: "email", address: "bob@example.org" }, "en");
    await answer(id, { act: "answer", text: "By when?" });
    await answer(id, { act: "note", text: "Not for Bob" });
    await answer(id, { act: "refer", text: "They are nearer.", referred: "Mille Sabots" });
    const letter = await letterTo("bob@example.org", 2);
    expect(letter).toMatch(/sends you on to: Mille Sabots[\s\S]*They are nearer\./);
    expect(lettersTo("bob@example.org")[1]).toContain("By when?");
    const [link = ""] = /http:\/\/127\S+\/requests\/[\w-]{43}/.exec(letter) ?? [];
    expect((await fetch(link)).status).toBe(200);
    await eventually(async () => (await countJobs("mail")) === 0);
    expect(lettersTo("bob@example.org")).toHaveLength(3);
    expect(mail.posted.map(({ content }) => content).join()).not.toContain("Not for Bob");
  });
});

test("the host hears that somebody waits, and neither name nor words leave the desk", async () => {
  const before = lettersTo("bureau@pomme.example").length;
  const id = await received({ kind: "email", address: "eve@example.org" });
  await letterTo("bureau@pomme.example", before);
  await change((tx) => followRequest(tx, id, { act: "say", text: "Encore moi", now }));
  await letterTo("bureau@pomme.example", before + 1);
  const letters = lettersTo("bureau@pomme.example").slice(before).join();
  expect(letters).toContain(`/admin/requests/${id}`);
  expect(letters).not.toMatch(/million|Lavoir|eve@|Encore moi/);
});

describe("who gave a Fediverse address", () => {
  const account = () => ({ kind: "fediverse" as const, address: mastodon.handle });

  test("gets the answer as a private message of the offer’s account, for them alone", async () => {
    const id = await received(account());
    await answer(id, { act: "accept", text: "Bienvenue <à> bord." });
    const activity = await direct("Bienvenue &lt;à&gt; bord.");
    const { object } = activity as unknown as { object: Record<string, unknown> };
    expect(activity).toMatchObject({ actor: `${site.origin}/ap/actors/${offer}`, to: [mastodon.actor], cc: [] });
    expect(object).toMatchObject({
      ...{ type: "Note", to: [mastodon.actor], cc: [], attributedTo: `${site.origin}/ap/actors/${offer}` },
      tag: [{ type: "Mention", href: mastodon.actor, name: `@${mastodon.handle}` }],
    });
    expect(JSON.stringify(activity)).not.toMatch(/#Public|\/followers|\/requests\//);
    expect(mastodon.refused).toEqual([]);
  });

  test("is the only one to read it: it is served to nobody, and stands in no outbox", async () => {
    const activity = await direct("Bienvenue");
    const note = String((activity["object"] as { id: string }).id);
    for (const address of [activity.id, note]) {
      const served = await fetch(address, { headers: { accept: "application/activity+json" } });
      expect(served.status, address).toBe(404);
    }
    const outbox = await fetch(`${site.origin}/ap/actors/${offer}/outbox?page=0`, {
      headers: { accept: "application/activity+json" },
    });
    expect(await outbox.text()).not.toContain("Bienvenue");
  });

  test("of whom nobody knows gets none, and the host learns why", async () => {
    const id = await received({ kind: "fediverse", address: `nobody@${new URL(mastodon.origin).host}` });
    const entry = await answer(id, { act: "answer", text: "Bonjour ?" });
    expect(await eventually(async () => (await findEntry(site.db, entry))?.problem)).toBe("no-account");
  });

  test("whose server is away gets it once that is back, or the host learns that it could not be sent", async () => {
    const id = await received({ kind: "fediverse", address: "ada@127.0.0.1:1" });
    const entry = await answer(id, { act: "answer", text: "Bonjour ?" });
    await eventually(async () => (await countJobs("write-to-asker", "last_error is not null")) === 1);
    expect((await findEntry(site.db, entry))?.problem).toBeNull();
    await sql`update graphile_worker._private_jobs set attempts = max_attempts - 1 where last_error is not null`.execute(
      site.db,
    );
    await passTime(site.db);
    expect(await eventually(async () => (await findEntry(site.db, entry))?.problem)).toBe("unreachable");
  });

  test("leaves no copy of the message here when the request is erased, and their server is asked to erase it", async () => {
    const id = await received(account());
    await answer(id, { act: "decline", text: "Trop loin de chez nous." });
    const { object } = (await direct("Trop loin")) as unknown as { object: { id: string } };
    await change((tx) => eraseRequest(tx, id, now));
    const kept = () => site.db.selectFrom("outgoing").select("id").where("body", "like", "%Trop loin%").execute();
    await eventually(async () => (await kept()).length === 0);
    const asked = await mastodon.waitFor(
      (activity) => activity.type === "Delete" && (activity["object"] as { id: string }).id === object.id,
    );
    expect(asked).toMatchObject({ actor: `${site.origin}/ap/actors/${offer}`, to: [], cc: [] });
    await eventually(async () => {
      const told = site.db.selectFrom("erasureSendings").select("origin").where("erasure", "=", id);
      return (await told.where("confirmed", "is not", null).execute()).length === 1;
    });
  });
});

async function countJobs(task: string, more = "true"): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = task_id
    where identifier = ${task} and ${sql.raw(more)}`.execute(site.db);
  return rows[0]?.count ?? 0;
}
