import type { Child } from "hono/jsx";
import { noteIri } from "../federation/addresses.ts";
import { shownState } from "./availability/availability.ts";
import { GivenTogether } from "./directory/given-together-parts.tsx";
import { listGivenWith } from "./directory/given-with.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database, Transaction } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { sendMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { Outcome } from "./foundation/outcome.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { settleAnswer } from "./joint/answers.ts";
import { findOwn, type JointDeskDeps } from "./joint/desk-doing-parts.tsx";
import { invitationPath, paperPath } from "./joint/desk-parts.tsx";
import { giversLed } from "./joint/giving-parts.tsx";
import type { JointPaper, Named } from "./joint/joint.ts";
import { type JointNews, newsLetter } from "./joint/letter-words.ts";
import { findKnownHost } from "./joint/naming.ts";
import { findInvitation, findPaper } from "./joint/queries.ts";
import { JointGivers, SuspendedNotice, WhoDoesWhat } from "./offers/joint-parts.tsx";
import type { JointTerms } from "./offers/joint-terms.ts";
import type { Offer } from "./offers/offer.ts";
import type { JointShown } from "./offers/pages.tsx";
import type { Post } from "./site-places.ts";
import { findReceivedBy } from "./together/received.ts";
import type { DeskDeps } from "./web/desk.tsx";

/** What the desk of joint offers needs of rooms that it does not know, and of what goes to other servers. */
export function jointDeskParts({
  db,
  origin,
  actorId,
  findHost: findElsewhere,
}: PageDeps & { readonly findHost: FindElsewhere }): Omit<JointDeskDeps, keyof DeskDeps> {
  return {
    actorId,
    noteAt: (id) => noteIri(origin, id),
    findPartner: findPartnerIn(db, findElsewhere),
    async findAsked(about) {
      const asking = await findReceivedBy(db, about);
      return asking && { title: asking.name, href: `/admin/askings/${asking.id}` };
    },
  };
}

/** Finds a host elsewhere by what somebody typed. */
type FindElsewhere = (typed: string) => Promise<Outcome<Named, unknown>>;

/** The host at an address that somebody typed: one that is known here, else the one that its own server shows. */
export const findPartnerIn =
  (db: Database, findElsewhere: FindElsewhere): JointDeskDeps["findPartner"] =>
  async (typed) => {
    const known = await findKnownHost(db, typed);
    const other = known === null ? await findElsewhere(typed) : null;
    return known ?? (other?.done ? other.value : null);
  };

/** What the pages of an offer of ours say of those who give it together. */
export function jointOnPages(deps: PageDeps) {
  const { db, origin, actorId } = deps;
  const giversOf = async (paper: JointPaper, { parts }: JointTerms) => {
    const own = await findOwn({ db, origin, actorId });
    return giversLed(paper, { ...own, page: "/about" }).filter(({ actor }) => parts.some((one) => one.actor === actor));
  };
  return {
    /** That not all agree to it any more; null while they do, and of one of ours alone. */
    async suspension(offer: Pick<Offer, "id">, language: Language): Promise<Child> {
      const paper = await findPaper(db, offer.id);
      if (paper?.state !== "suspended") return null;
      const givers = await giversOf(paper, paper.inForce?.terms ?? paper.terms);
      return <SuspendedNotice {...{ givers, language }} />;
    },
    /** Where the desk has what several hosts sign for it; null for one of ours alone. */
    async jointPath(offer: string): Promise<string | null> {
      const paper = await findPaper(db, offer);
      return paper && paper.state !== "withdrawn" ? paperPath(paper.id) : null;
    },
    async joint(offer: Pick<Offer, "id">, language: Language): Promise<JointShown | null> {
      const paper = await findPaper(db, offer.id);
      if (paper === null || paper.state === "withdrawn") return null;
      const terms = paper.inForce?.terms ?? paper.terms;
      const givers = await giversOf(paper, terms);
      const agreed = paper.state === "published";
      return {
        givers: <JointGivers {...{ givers, language }} />,
        notice: paper.state === "suspended" ? <SuspendedNotice {...{ givers, language }} /> : null,
        part: <WhoDoesWhat {...{ givers, terms, language, agreed }} said={paper.language} />,
      };
    },
  };
}

/** What our host gives together with others, led by them, for its own pages; null where there is none. */
export const givenTogether =
  ({ db, origin, actorId, now }: PageDeps) =>
  async (language: Language): Promise<Child> => {
    const host = await findHost(db);
    const given = host === null ? [] : await listGivenWith(db, (await findOwn({ db, origin, actorId })).actor);
    if (given.length === 0) return null;
    const offers = given.map(({ host: giver, offer }) => {
      const state = shownState(offer.availability, now());
      return { host: giver, offer, state, nearness: null, monthly: null };
    });
    return <GivenTogether {...{ offers, language, now: now() }} />;
  };

/** Tells the host's team by mail what others do to what they sign together. To be among the last listeners: what it sends then leaves once. */
export function jointLetters(post: Post): Listener<SiteEvent> {
  return listenTo(["joint-heard", "joint-in-force", "joint-suspended"], async (tx, event) => {
    const host = sendsMail(post.mail) ? await findHost(tx) : null;
    const to = host?.profile.contact.email;
    const facts = to ? await findNews(tx, event) : null;
    if (!to || facts === null) return;
    const letter = newsLetter({ ...facts, page: post.origin + facts.path }, to, post.language);
    await sendMail(tx, post.mail, letter, `joint:${event.id}`);
  });
}

/** A joint answer reaches its request, and leaves it, as its hosts agree. */
export function jointAnswerListener(origin: string): Listener<SiteEvent> {
  return listenTo(["joint-in-force", "joint-suspended", "joint-withdrawn"], (tx, { id, paper, happened }) =>
    settleAnswer(tx, paper, { origin, event: id, now: new Date(happened) }),
  );
}

type Told = Extract<SiteEvent, { name: "joint-heard" | "joint-in-force" | "joint-suspended" }>;

interface News {
  readonly what: JointNews;
  readonly who: string;
  readonly title: string;
  readonly path: string;
}

async function findNews(tx: Transaction, event: Told): Promise<News | null> {
  const what = event.name === "joint-heard" ? event.what : event.name === "joint-in-force" ? "complete" : "broken";
  const actor = "actor" in event ? event.actor : null;
  const paper = event.paper === null ? null : await findPaper(tx, event.paper);
  if (paper !== null)
    return { what, who: nameOf(paper.partners, actor), title: paper.title, path: paperPath(paper.id) };
  const asked = "invitation" in event && event.invitation !== null ? await findInvitation(tx, event.invitation) : null;
  if (asked === null) return null;
  const who = nameOf([asked.lead, ...asked.partners], actor);
  return { what, who, title: asked.title, path: invitationPath(asked.id) };
}

const nameOf = (hosts: readonly Named[], actor: string | null): string =>
  hosts.find((host) => host.actor === actor)?.name ?? actor ?? "";
