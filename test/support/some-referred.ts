import { randomUUID } from "node:crypto";
import type { Transaction } from "../../src/foundation/database.ts";
import { findOffer } from "../../src/offers/queries.ts";
import { answerRequest } from "../../src/places/answering.ts";
import { makeLink, receiveRequest } from "../../src/places/changes.ts";
import { agreeToHand, refer } from "../../src/referrals/changes.ts";
import { receiveReferral } from "../../src/referrals/receiving.ts";
import type { TestSite } from "./site.ts";

const need = "Une association cherche une place pour 20 personnes : des fichiers et des agendas.";
const nowhere = { other: null, email: null, about: null, aboutTitle: null, aboutPage: null };

/** Referrals of every kind at one site, by the paths of their pages: at the desk, for who asks, for the other host. */
export async function someReferrals({ db }: TestSite, slug: string): Promise<readonly string[]> {
  const now = new Date();
  return db.transaction().execute(async (tx) => {
    const request = await askedFor(tx, slug, now);
    const link = `/requests/${await makeLink(tx, request, now)}`;
    const asking = { request, asker: null, contact: null, message: null };
    const toward = { ...nowhere, name: "Le Rucher", page: "https://rucher.example/" };
    const sent = await refer(tx, { toward, asking, need, language: "fr", hand: true, now });
    const agreed = await refer(tx, { toward, asking, need, language: "fr", hand: true, now });
    await agreeToHand(tx, agreed.id, true, now);
    const wrote = { request: null, asker: "Ada", contact: "ada@lavoir.example", message: "Nos dossiers." };
    const called = await refer(tx, { toward, asking: wrote, need, language: "fr", hand: true, now });
    const came = await receive(tx, now);
    const desk = [sent, agreed, called, came].map(({ id }) => `/admin/referrals/${id}`);
    const links = [`/referrals/${sent.token}`, `/referrals/${agreed.token}`, `/referrals/mine/${called.consentToken}`];
    const lists = ["/admin/referrals", "/admin/referrals?side=giver", `/admin/referrals/new?request=${request}`];
    return [...lists, "/admin/referrals/new", `/admin/referrals/new?offer=${slug}`, ...desk, ...links, link];
  });
}

async function askedFor(tx: Transaction, slug: string, now: Date): Promise<string> {
  const offer = await findOffer(tx, slug);
  const contact = { kind: "email" as const, address: "ada@lavoir.example" };
  const asked = { name: "Les Jardins du Lavoir", people: 20, message: "Nos dossiers, avant l’été.", contact };
  const form = { offer: offer?.id ?? "", form: randomUUID(), language: "fr" as const, now };
  const received = await receiveRequest(tx, asked, form);
  if (!received.done) throw new Error(received.reason);
  const { id } = received.value;
  await answerRequest(tx, id, { act: "refer", text: null, referred: "Le Rucher", account: null, now });
  return id;
}

async function receive(tx: Transaction, now: Date) {
  const other = "https://inconnu.example/ap/actors/1";
  const came = await receiveReferral(tx, {
    shown: {
      ...{ document: "https://inconnu.example/ap/relationships/1", other, about: "https://ici.example/", need },
      ...{ page: "https://inconnu.example/referrals/x", handing: "agreed", asked: now },
      expires: new Date(now.getTime() + 20 * 86_400_000),
    },
    ...{ offer: "https://inconnu.example/ap/activities/1", otherName: "Inconnu", otherPage: other },
    ...{ aboutTitle: "Fichiers", aboutPage: "https://ici.example/", language: "fr", fromUnknown: true, now },
  });
  if (came === null) throw new Error("nothing was received");
  return came;
}
