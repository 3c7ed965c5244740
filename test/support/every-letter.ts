import { words as accountWords } from "../../src/accounts/letter-words.ts";
import { digestLetter } from "../../src/associations/digest-words.ts";
import { words as associationWords } from "../../src/associations/letter-words.ts";
import { reminderLetter } from "../../src/availability/letter-words.ts";
import type { Language } from "../../src/foundation/language.ts";
import type { Letter } from "../../src/foundation/mail.ts";
import { type JointNews, newsLetter as jointLetter } from "../../src/joint/letter-words.ts";
import { noticeLetter } from "../../src/notices/letter-words.ts";
import { noticeWhats } from "../../src/notices/notices.ts";
import {
  outsideEndedLetter,
  outsideHeardLetter,
  outsideLetter,
  heardLetter as partnershipLetter,
  type Told as ToldOfPartnership,
} from "../../src/partnerships/letter-words.ts";
import type { OutsidePartnership } from "../../src/partnerships/outside.ts";
import {
  answerLetter,
  type LetterFacts as PlaceFacts,
  noticeLetter as placeNoticeLetter,
  receivedLetter as placeReceivedLetter,
} from "../../src/places/letter-words.ts";
import type { RequestEntry } from "../../src/places/places.ts";
import type { KeptRequest } from "../../src/places/queries.ts";
import type { ReferralHeard } from "../../src/referrals/events.ts";
import {
  agreedLetter,
  endedLetter,
  handedLetter,
  questionLetter,
  newsLetter as referralLetter,
} from "../../src/referrals/letter-words.ts";
import type { Referral } from "../../src/referrals/referrals.ts";
import { heardLetter as reviewLetter } from "../../src/reviews/letter-words.ts";
import { hostNews } from "../../src/together/host-news.ts";
import { confirmLetter, heardLetter, hostLetter, receivedLetter, type Told } from "../../src/together/letter-words.ts";
import { findsLetter, confirmLetter as watchConfirmLetter } from "../../src/watches/letter-words.ts";

/** One letter that Essaim writes, as somebody gets it, and where its one link leads. */
export interface SomeLetter extends Letter {
  /** As in docs/letters.md, with which of its kind it is. */
  readonly name: string;
  /** The link with which one acts; null where there is nothing to do on a page. */
  readonly link: string | null;
  /** Those that it has besides: of each thing that it tells of, and the one that ends such letters. */
  readonly more: readonly string[];
}

const origin = "https://pomme.example";
const to = "ada@lavoir.example";
const host = "La Pomme";
const other = "Le Rucher";
const association = "Les Lavandières";
const now = new Date("2026-11-27T08:00:00Z");
const link = `${origin}/private/${"k".repeat(43)}`;
const page = `${origin}/admin/somewhere/1`;

type Named = readonly [name: string, letter: Omit<Letter, "to"> & Partial<Letter>, link: string | null, ...string[]];

/** Every letter, in one language. */
export function everyLetter(language: Language): readonly SomeLetter[] {
  const rooms = [ofAccounts, ofAssociations, ofPlaces, ofReferrals, ofPartnerships, ofTogether, ofRegular, ofHosts];
  return rooms.flatMap((room) =>
    room(language).map(([name, letter, link, ...more]) => ({ to, ...letter, name, link, more })),
  );
}

function ofAccounts(language: Language): readonly Named[] {
  const word = accountWords[language];
  return [
    ["accounts/reset", word.reset("pomme.example", link), link],
    ["accounts/invitation", word.invitation("pomme.example", "Ada", link), link],
    ["accounts/changed password", word.changed("pomme.example", word.passwordChanged), null],
    ["accounts/changed address", word.changed("pomme.example", word.emailChanged("eve@lavoir.example")), null],
    ["accounts/erased", word.erased("pomme.example", "27 novembre 2026", "1er janvier 2027"), null],
  ];
}

function ofAssociations(language: Language): readonly Named[] {
  const word = associationWords[language];
  const decided = { host, association, link: `${origin}/association`, reason: "Nous sommes complets." };
  const erased = { host, association, erased: "27 novembre 2026", gone: "1er janvier 2027" };
  return [
    ["associations/signIn", word.signIn(host, link), link],
    ["associations/invitation", word.invitation({ by: "Ada", association, link }), link],
    ["associations/invitedAnew", word.invitedAnew({ host, association, email: "eve@lavoir.example" }), null],
    ...(["approve", "refuse", "close"] as const).map(
      (one) => [`associations/${one}`, word[one](decided), decided.link] as const,
    ),
    ["associations/passwordChanged", word.passwordChanged(host), null],
    ["associations/emailChanged", word.emailChanged(host, "eve@lavoir.example"), null],
    ["associations/left", word.left(erased), null],
    ["associations/erased", word.erased({ ...erased, link }), link],
  ];
}

function ofPlaces(language: Language): readonly Named[] {
  const contact = { kind: "email" as const, address: to };
  const request = { title: "Courriel", language, contact, name: association } as KeptRequest;
  const facts: PlaceFacts = { request, host, answerDays: 3 };
  const entry = (act: string) => ({ act, text: "Nous en parlons lundi.", referred: other }) as RequestEntry;
  return [
    ["places/received", placeReceivedLetter(facts, link), link],
    ...["answer", "accept", "decline", "refer", "reopen"].map(
      (act) => [`places/answer ${act}`, answerLetter(facts, entry(act), link), link] as const,
    ),
    ...(["ask", "say", "withdraw"] as const).map(
      (act) => [`places/notice ${act}`, placeNoticeLetter(facts, { to, language, page, act }), page] as const,
    ),
  ];
}

function ofReferrals(language: Language): readonly Named[] {
  const need = "Une association cherche de la place pour ses dossiers.";
  const referral = { otherEmail: to, otherName: other, need, language, contact: to, side: "giver" } as Referral;
  const from = { from: host, link };
  const told: readonly (readonly [Referral["side"], ReferralHeard["what"]])[] = [
    ...(["came", "agreed", "refused", "withdrawn"] as const).map((what) => ["taker", what] as const),
    ...(["taken", "declined", "placed"] as const).map((what) => ["giver", what] as const),
  ];
  return [
    ["referrals/handed", handedLetter(referral, from), link],
    ["referrals/agreed", agreedLetter(referral, from), link],
    ...(["refused", "withdrawn"] as const).map(
      (what) => [`referrals/ended ${what}`, endedLetter(referral, what, from), null] as const,
    ),
    ["referrals/question", questionLetter(referral, from), link],
    ...told.flatMap(([side, what]): readonly Named[] => {
      const letter = referralLetter({ ...referral, side }, what, { to, language, page });
      return letter === null ? [] : [[`referrals/news ${what}`, letter, page]];
    }),
  ];
}

function ofPartnerships(language: Language): readonly Named[] {
  const reading = { to, language, page };
  const said: readonly ToldOfPartnership[] = ["ask", "accept", "decline", "counter", "withdraw", "end", "expire"];
  const outside = {
    ...{ language, name: other, email: to, kind: "joint-offer", rolesOffered: ["hosting"], rolesWanted: ["training"] },
    ...{ message: "Vous formez, nous hébergeons\u202f?", expires: now, id: "1", state: "sent", shown: false },
    ...{ theirShown: null, reason: null, asked: now, answered: null, changed: now },
  } as const satisfies OutsidePartnership;
  return [
    ...said.map((what) => {
      const letter = partnershipLetter({ otherName: other, kind: "joint-offer" }, what, reading);
      return [`partnerships/heard ${what}`, letter, page] as const;
    }),
    ...(["accept", "decline", "withdraw"] as const).map(
      (act) => [`partnerships/outside heard ${act}`, outsideHeardLetter(outside, act, reading), page] as const,
    ),
    ...(["sent", "accepted"] as const).map(
      (state) =>
        [`partnerships/outside ended ${state}`, outsideEndedLetter({ ...outside, state }, host), null] as const,
    ),
    ["partnerships/outside", outsideLetter(outside, host, link), link],
  ];
}

function ofTogether(language: Language): readonly Named[] {
  const asking = { name: association, need: "Un Nextcloud et une formation pour 12 personnes.", language };
  const told: readonly Told[] = [
    ...(["answer", "proposal", "result", "agreed", "refused"] as const),
    ...(["let-through", "sent-back", "expired", "lead-left"] as const),
  ];
  return [
    ["together/confirm", confirmLetter({ to, link, language }), link],
    ...told.map((what) => [`together/heard ${what}`, heardLetter({ to, link, asking }, what), link] as const),
    ...hostNews.map(
      (news) => [`together/host ${news}`, hostLetter({ to, link, asking, from: host }, news), link] as const,
    ),
    ...(["asked", "chosen", "passed-over", "result", "over"] as const).map(
      (what) => [`together/received ${what}`, receivedLetter({ to, page, language }, what), page] as const,
    ),
  ];
}

function ofRegular(language: Language): readonly Named[] {
  const request = { path: "/funding/abcd", title: "Un agenda partagé", language };
  const notice = (what: (typeof noticeWhats)[number]) => ({ id: "1", what, request, happened: now, seen: null });
  const wishes = `${origin}/funding/notices/1/2`;
  const reader = { id: "1", email: to, language };
  const links = { confirmation: `${origin}/confirmation`, end: `${origin}/end` };
  const search = { search: "need=email", links, origin, host };
  const reading = { author: other, content: "<p>Nous ouvrons une vague.</p>", url: "https://rucher.example/1" };
  const news = `${origin}/association/news`;
  const told = { association, host, more: false, page: news, end: links.end };
  const readings = [{ ...reading, published: now }] as unknown as Parameters<typeof digestLetter>[1]["readings"];
  const offer = { slug: "courriel", title: "Courriel", state: "open", expires: now } as unknown;
  const offers = [offer] as Parameters<typeof reminderLetter>[0];
  const availability = `${origin}/admin/availability`;
  const reminder = reminderLetter(offers, { origin, host, language, now });
  const found = {
    offer: { content: { title: "Courriel" }, availability: { confirmed: now }, url: "https://rucher.example/offers/1" },
    ...{ host: { profile: { name: other }, confirmed: now }, state: "open" },
  };
  const finds = [{ found, what: "opened" }] as unknown as Parameters<typeof findsLetter>[1]["finds"];
  return [
    ...noticeWhats.map((what): Named => {
      const letter = noticeLetter({ to, language, host, origin, notices: [notice(what)], wishes });
      return [`notices/${what}`, letter, origin + request.path, wishes];
    }),
    ["watches/confirm", watchConfirmLetter(reader as never, search), links.confirmation, links.end],
    [
      "watches/finds",
      findsLetter(reader as never, { ...search, finds, now }),
      `${origin}/directory?need=email`,
      found.offer.url,
      links.end,
    ],
    ["associations/digest", digestLetter(language, { ...told, readings }), news, reading.url, links.end],
    ["availability/reminder", reminder, availability, `${availability}#letters`],
  ];
}

function ofHosts(language: Language): readonly Named[] {
  const joint: readonly JointNews[] = [
    ...(["invited", "changed", "withdrawn", "in-force", "suspended", "accepted"] as const),
    ...(["refused", "left", "part", "comment", "complete", "broken", "chosen"] as const),
  ];
  const review = { name: other, claim: "Nous publions nos comptes.", why: "Ceux de 2025 manquent.", said: now };
  return [
    ...joint.map((what): Named => {
      const kind = what === "chosen" ? "answer" : "offer";
      const letter = jointLetter({ what, kind, who: other, title: "Nextcloud à plusieurs", page }, to, language);
      return [`joint/${what}`, letter, page];
    }),
    ...(["confirms", "disputes", "cannot-check"] as const).map(
      (verdict) => [`reviews/${verdict}`, reviewLetter({ ...review, verdict }, { to, language, page }), page] as const,
    ),
  ];
}
