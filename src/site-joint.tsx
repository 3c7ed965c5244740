import type { Child } from "hono/jsx";
import { actorIri, noteIri } from "../federation/addresses.ts";
import { GivenTogether } from "./directory/given-together-parts.tsx";
import { listGivenWith } from "./directory/given-with.ts";
import { asFound } from "./directory/search.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database, Transaction } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { sendMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { Outcome } from "./foundation/outcome.ts";
import { isPublic } from "./funding/life.ts";
import { hostParty } from "./funding/parties.ts";
import { findFunding } from "./funding/queries.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { codeIn, findPaperChosen, settleAnswer } from "./joint/answers.ts";
import { noteChosen } from "./joint/choosing.ts";
import { type AboutShown, findOwn, type JointDeskDeps, type RequestShown } from "./joint/desk-doing-parts.tsx";
import { invitationPath, paperPath } from "./joint/desk-parts.tsx";
import { giversLed } from "./joint/giving-parts.tsx";
import type { JointKind, JointPaper, Named } from "./joint/joint.ts";
import { type JointNews, newsLetter } from "./joint/letter-words.ts";
import { findKnownHost } from "./joint/naming.ts";
import { findInvitation, findPaper } from "./joint/queries.ts";
import { findListedAt, findListedFunding } from "./listed-funding/queries.ts";
import { giveCampaignNotice } from "./notices/giving.ts";
import { JointGivers, SuspendedNotice, WhoDoesWhat } from "./offers/joint-parts.tsx";
import type { JointTerms } from "./offers/joint-terms.ts";
import type { Offer } from "./offers/offer.ts";
import type { JointShown } from "./offers/pages.tsx";
import { findSentAnswer } from "./sent-answers/queries.ts";
import { settleSigned } from "./sent-answers/signed.ts";
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
    findRequest: (key) => findRequestShown(db, origin, key),
    findAbout: (address) => findAbout(db, origin, address),
  };
}

/** A funding request by how links to the desk name it: the code of one of ours, or `elsewhere/ID` of the copy of another's. */
async function findRequestShown(db: Database, origin: string, key: string): Promise<RequestShown | null> {
  const [, id] = /^elsewhere\/([0-9a-f-]{36})$/.exec(key) ?? [];
  const copy = id === undefined ? null : await findListedFunding(db, id);
  if (copy !== null) {
    const { title } = copy.content;
    return { key, title, href: `/funding/${key}`, address: copy.url, period: copy.terms.goal.period ?? "once" };
  }
  const request = id === undefined ? await findFunding(db, key) : null;
  if (request === null || !isPublic(request)) return null;
  const { code, content, terms } = request;
  const [href, period] = [`/funding/${code}`, terms.goal.period ?? ("once" as const)];
  return { key: code, title: content.title, href, address: origin + href, period };
}

/** What something signed is about: what our host is asked, a request of ours or of another instance, else the address itself. */
async function findAbout(db: Database, origin: string, address: string): Promise<AboutShown> {
  const asked = await findReceivedBy(db, address);
  if (asked !== null) return { title: asked.name, href: `/admin/askings/${asked.id}` };
  const code = codeIn(address, origin);
  const copy = code === null ? await findListedAt(db, address) : null;
  const key = code ?? (copy && `elsewhere/${copy.id}`);
  return (key === null ? null : await findRequestShown(db, origin, key)) ?? { title: address, href: address };
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
    const offers = given.map((candidate) => asFound(candidate, now()));
    return <GivenTogether {...{ offers, language, now: now() }} />;
  };

/** Tells the host's team by mail what others do to what they sign together. To be among the last listeners: what it sends then leaves once. */
export function jointLetters(post: Post): Listener<SiteEvent> {
  return listenTo(["joint-heard", "joint-in-force", "joint-suspended", "joint-chosen"], async (tx, event) => {
    const host = sendsMail(post.mail) ? await findHost(tx) : null;
    const to = host?.profile.contact.email;
    const facts = to ? await findNews(tx, event) : null;
    if (!to || facts === null) return;
    const letter = newsLetter({ ...facts, page: post.origin + facts.path }, to, post.language);
    await sendMail(tx, post.mail, letter, `joint:${event.id}`);
  });
}

/** A joint answer reaches its request, here or at another instance, and leaves it, as its hosts agree; who gives it learns that it is chosen. */
export function jointAnswerListeners(origin: string): readonly Listener<SiteEvent>[] {
  const actorId: PageDeps["actorId"] = (actor) => actorIri(origin, actor);
  return [
    listenTo(["joint-in-force", "joint-suspended", "joint-withdrawn"], async (tx, { id, paper, happened }) => {
      const now = new Date(happened);
      const own = await findOwn({ db: tx, origin, actorId });
      await settleAnswer(tx, paper, { origin, event: id, own, now });
      await settleSigned(tx, paper, { origin, own, now });
    }),
    listenTo(["funding-proposal-changed"], async (tx, { proposal, happened }) => {
      const paper = await findPaperChosen(tx, proposal);
      if (paper !== null) await noteChosen(tx, paper, new Date(happened));
    }),
    listenTo(["sent-answer-heard"], async (tx, { id: event, sent, standing, happened }) => {
      const answer = standing === "chosen" ? await findSentAnswer(tx, sent) : null;
      if (answer === null) return;
      const now = new Date(happened);
      if (answer.paper !== null) return noteChosen(tx, answer.paper, now);
      const { id } = await hostParty(tx, now);
      await giveCampaignNotice(tx, id, { campaign: answer.campaign, what: "chosen", event, happened: now });
    }),
  ];
}

type Told = Extract<SiteEvent, { name: "joint-heard" | "joint-in-force" | "joint-suspended" | "joint-chosen" }>;

interface News {
  readonly what: JointNews;
  readonly kind: JointKind;
  readonly who: string;
  readonly title: string;
  readonly path: string;
}

async function findNews(tx: Transaction, event: Told): Promise<News | null> {
  const what = event.name === "joint-heard" ? event.what : passages[event.name];
  const actor = "actor" in event ? event.actor : null;
  const paper = event.paper === null ? null : await findPaper(tx, event.paper);
  if (paper !== null)
    return {
      what,
      kind: paper.kind,
      who: nameOf(paper.partners, actor),
      title: paper.title,
      path: paperPath(paper.id),
    };
  const asked = "invitation" in event && event.invitation !== null ? await findInvitation(tx, event.invitation) : null;
  if (asked === null) return null;
  const who = nameOf([asked.lead, ...asked.partners], actor);
  return { what, kind: asked.kind, who, title: asked.title, path: invitationPath(asked.id) };
}

const passages = { "joint-in-force": "complete", "joint-suspended": "broken", "joint-chosen": "chosen" } as const;

const nameOf = (hosts: readonly Named[], actor: string | null): string =>
  hosts.find((host) => host.actor === actor)?.name ?? actor ?? "";
