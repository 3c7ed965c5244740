import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { comment } from "../../src/joint/comments.ts";
import { acceptInvitation } from "../../src/joint/invitations.ts";
import { countJobs, passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { draftTogether, hostOf, invitationAt, paperAt } from "../support/joint.ts";
import { expectGood, lettersTo, letterTo } from "../support/letters.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { act, askedBy, untilPartnership } from "../support/partnerships.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "../web/desk.ts";

const [toPomme, toRucher] = ["bureau@pomme.example", "bureau@rucher.example"];
let mail: MailServer;
let pomme: TestSite;
let rucher: TestSite;
let atPomme: Visitor;
let atRucher: Visitor;

beforeAll(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" };
  pomme = await startSite({ name: "La Pomme", handle: "la_pomme", settings });
  rucher = await startSite({ name: "Le Rucher", handle: "le_rucher", settings: { ...settings, LANGUAGE: "en" } });
  await publishContact(pomme, toPomme);
  await publishContact(rucher, toRucher);
  await befriend(pomme, rucher);
  [atPomme, atRucher] = [await signedIn(pomme), await signedIn(rucher)];
}, 60_000);
afterAll(async () => {
  for (const site of [pomme, rucher]) await site?.[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

async function publishContact({ db }: TestSite, email: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { profile } = await needHost(tx);
    await changeHost(tx, { ...profile, contact: { ...profile.contact, email } }, new Date());
  });
}

const text = async (answer: Promise<Response>) => (await answer).text();
const subjectsTo = (address: string) => lettersTo(mail, address).map(({ subject }) => subject);

describe("two hosts with sites of their own", () => {
  test("hear by letter what the other does about a partnership, each in the language of its site", async () => {
    await askedBy(pomme, rucher, { message: "Appelez Jeanne." });
    const asked = await letterTo(mail, toRucher, "La Pomme asks you for a partnership");
    expectGood(asked);
    expect(asked.text).toMatch(/^Hello,\n\nLa Pomme asks to work with you\. Kind of partnership: /);
    expect(asked.text).not.toContain("Jeanne");
    expect(await text(atRucher.get(asked.paths[0] ?? ""))).toContain("Appelez Jeanne.");

    const came = await untilPartnership(rucher, ({ state }) => state === "received");
    await act(rucher, came.id, "acceptance", { shown: false });
    const accepted = await letterTo(mail, toPomme, "Le Rucher accepte votre demande de partenariat");
    expectGood(accepted);
    expect((await atPomme.get(accepted.paths[0] ?? "")).status).toBe(200);
    await act(rucher, came.id, "end");
    await letterTo(mail, toPomme, "Le Rucher met fin au partenariat");
    expect(subjectsTo(toPomme)).toHaveLength(2);
    expect(subjectsTo(toRucher)).toHaveLength(1);
  });

  test("miss no letter while the mail server is down, and get none twice", async () => {
    mail.answer({ MAIL: "421 closed" });
    const before = mail.posted.length;
    const paper = await draftTogether([pomme, rucher]);
    const invited = await eventually(() => invitationAt(rucher));
    await eventually(async () => ((await countJobs(rucher.db)) > 0 ? true : null));
    expect(mail.posted).toHaveLength(before);
    mail.answer({});
    await eventually(async () => {
      await passTime(rucher.db, "mail");
      return subjectsTo(toRucher).some((one) => one.includes("proposes to give")) || null;
    });
    const letter = await letterTo(mail, toRucher, "La Pomme proposes to give “Nextcloud à plusieurs”");
    expectGood(letter);
    expect(letter.text).toContain("Nothing appears without your agreement.");
    expect(await text(atRucher.get(letter.paths[0] ?? ""))).toContain("Nextcloud à plusieurs");
    expect(subjectsTo(toRucher).filter((one) => one.includes("proposes to give"))).toHaveLength(1);
    expect(invited.version).toBe(paper.version);
  });

  test("hear what is written of a joint offer, not its words; that the other agrees, and that all do", async () => {
    const { id, version } = await eventually(() => invitationAt(rucher));
    const { actor: own, name } = await hostOf(rucher);
    const noteAt = (note: string) => `${rucher.origin}/ap/notes/${note}`;
    const writing = { own, name, noteAt, now: new Date() };
    await rucher.db.transaction().execute((tx) => comment(tx, { invitation: id }, "Et la formation ?", writing));
    const wrote = await letterTo(mail, toPomme, "vous écrit au sujet de");
    expectGood(wrote);
    expect(wrote.text).not.toContain("Et la formation");
    expect(await text(atPomme.get(wrote.paths[0] ?? ""))).toContain("Et la formation");

    await rucher.db.transaction().execute((tx) => acceptInvitation(tx, id, version, new Date()));
    const complete = await letterTo(mail, toPomme, "est en ligne");
    expectGood(complete);
    const paperId = /joint\/([0-9a-f-]{36})/.exec(complete.paths[0] ?? "")?.[1] ?? "";
    expect((await paperAt(pomme, paperId)).state).toBe("published");
    await letterTo(mail, toRucher, "All agree");
    for (const subject of new Set(subjectsTo(toPomme)))
      expect(
        subjectsTo(toPomme).filter((one) => one === subject),
        subject,
      ).toHaveLength(1);
  });
});
