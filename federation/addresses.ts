/** The permanent addresses of what this site says to others. Built from the configured origin and from nothing else. */

export type LocalKind =
  | "instance"
  | "host"
  | "offer"
  | "availability"
  | "watch"
  | "campaign"
  | "intake"
  | "association";

/** A local actor, as a row of `handles` names it. */
export interface LocalActor {
  readonly id: string;
  readonly kind: LocalKind;
}

export function actorIri(origin: string, { id, kind }: LocalActor): string {
  return kind === "instance" ? `${origin}/ap/instance` : `${origin}/ap/actors/${id}`;
}

export const keyIri = (actor: string): string => `${actor}#main-key`;
export const inboxIri = (actor: string): string => `${actor}/inbox`;
export const outboxIri = (actor: string): string => `${actor}/outbox`;
export const followersIri = (actor: string): string => `${actor}/followers`;
export const followingIri = (actor: string): string => `${actor}/following`;
export const featuredIri = (actor: string): string => `${actor}/featured`;
export const featuredTagsIri = (actor: string): string => `${actor}/tags`;
export const sharedInboxIri = (origin: string): string => `${origin}/inbox`;
export const proposalIri = (origin: string, offer: string): string => `${origin}/ap/proposals/${offer}`;
/** What those sign who make something together, beside its proposal. */
export const termsIri = (origin: string, paper: string): string => `${proposalIri(origin, paper)}/terms`;
/** All that an answer to a request elsewhere says, beside its proposal. */
export const answerSheetIri = (origin: string, answer: string): string => `${proposalIri(origin, answer)}/answer`;
/** What all have signed of it, for the site of the association that it is for. */
export const signedIri = (origin: string, paper: string): string => `${proposalIri(origin, paper)}/signed`;
export const noteIri = (origin: string, note: string): string => `${origin}/ap/notes/${note}`;
/** The collections of the host: what it offers, and with whom it works. */
export const offersIri = (host: string): string => `${host}/offers`;
export const partnersIri = (host: string): string => `${host}/partners`;
/** For whom the host vouches: all of it, and each by itself. */
export const vouchesIri = (host: string): string => `${host}/vouches`;
/** What the host says of others' claims: all of it at once. */
export const reviewsIri = (host: string): string => `${host}/reviews`;
/** What ties us to another host: that we vouch for it, or work with it. */
export const relationshipIri = (origin: string, id: string): string => `${origin}/ap/relationships/${id}`;
/** The collections of the instance: the hosts it lists, the funding requests of its own, and the instances it follows. */
export const directoryIri = (instance: string): string => `${instance}/directory`;
export const requestsIri = (instance: string): string => `${instance}/funding`;
export const peersIri = (instance: string): string => `${instance}/peers`;
/** What an instance shows other instances of its own offers: their versions, and their data sheets many at a time. */
export const digestIri = (instance: string): string => `${instance}/digest`;
export const sheetsIri = (instance: string): string => `${instance}/sheets`;
/** A promise between two instances, as each of them shows it. */
export const agreementIri = (origin: string, agreement: string): string => `${origin}/ap/agreements/${agreement}`;
export const activityIri = (origin: string, activity: string): string => `${origin}/ap/activities/${activity}`;

/** What a local address names; null for any other. */
export type LocalThing =
  | { readonly thing: "instance" }
  | { readonly thing: "actor" | "proposal" | "note" | "activity" | "relationship" | "agreement"; readonly id: string };

/** Of which paper a path of ours has the terms, or what all have signed; null for any other. */
export function readPaperPath(path: string): { readonly id: string; readonly part: "terms" | "signed" } | null {
  const part = (["terms", "signed"] as const).find((one) => path.endsWith(`/${one}`));
  const local = part === undefined ? null : readLocal("x:", `x:${path.slice(0, -part.length - 1)}`);
  return part !== undefined && local?.thing === "proposal" ? { id: local.id, part } : null;
}

/** Of which answer to a request elsewhere a path of ours says all; null for any other. */
export function readAnswerPath(path: string): string | null {
  const local = path.endsWith("/answer") ? readLocal("x:", `x:${path.slice(0, -"/answer".length)}`) : null;
  return local?.thing === "proposal" ? local.id : null;
}

const pattern =
  /^\/ap\/(actors|proposals|notes|activities|relationships|agreements)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const things = {
  actors: "actor",
  proposals: "proposal",
  notes: "note",
  activities: "activity",
  relationships: "relationship",
  agreements: "agreement",
} as const;

export function readLocal(origin: string, iri: string): LocalThing | null {
  if (!iri.startsWith(`${origin}/`)) return null;
  const path = iri.slice(origin.length);
  if (path === "/ap/instance") return { thing: "instance" };
  const [, kind, id] = pattern.exec(path) ?? [];
  return kind === undefined || id === undefined ? null : { thing: things[kind as keyof typeof things], id };
}

/** The pages for people, and the data sheets. */
export const actorPage = (origin: string, handle: string): string => `${origin}/@${handle}`;
export const offerPage = (origin: string, slug: string): string => `${origin}/offers/${slug}`;
export const notePage = (origin: string, handle: string, note: string): string => `${origin}/@${handle}/${note}`;
export const fundingPage = (origin: string, code: string): string => `${origin}/funding/${code}`;
/** The directory with a search, from its query. */
export const searchPage = (origin: string, search: string): string =>
  `${origin}/directory${search === "" ? "" : `?${search}`}`;
export const tagPage = (origin: string, hashtag: string): string =>
  `${origin}/tags/${encodeURIComponent(hashtag.toLowerCase())}`;
/** The picture of an actor, by its kind, and the wide one; PNG. Others keep a copy for good, so a new drawing needs a new name. */
export const pictureOf = (origin: string, what: LocalKind | "header"): string => `${origin}/assets/actors/${what}.png`;
export const hostSheet = (origin: string, handle: string): string => `${origin}/hosts/${handle}/datasheet.json`;
export const offerSheet = (origin: string, slug: string): string => `${origin}/offers/${slug}/datasheet.json`;
export const fundingSheet = (origin: string, code: string): string => `${fundingPage(origin, code)}/datasheet.json`;
