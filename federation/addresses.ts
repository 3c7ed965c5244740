/** The permanent addresses of what this site says to others. Built from the configured origin and from nothing else. */

export type LocalKind = "instance" | "host" | "offer" | "availability";

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
export const noteIri = (origin: string, note: string): string => `${origin}/ap/notes/${note}`;
export const activityIri = (origin: string, activity: string): string => `${origin}/ap/activities/${activity}`;

/** What a local address names; null for any other. */
export type LocalThing =
  | { readonly thing: "instance" }
  | { readonly thing: "actor" | "proposal" | "note" | "activity"; readonly id: string };

const pattern = /^\/ap\/(actors|proposals|notes|activities)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const things = { actors: "actor", proposals: "proposal", notes: "note", activities: "activity" } as const;

export function readLocal(origin: string, iri: string): LocalThing | null {
  if (!iri.startsWith(`${origin}/`)) return null;
  const path = iri.slice(origin.length);
  if (path === "/ap/instance") return { thing: "instance" };
  const [, kind, id] = pattern.exec(path) ?? [];
  return kind === undefined || id === undefined ? null : { thing: things[kind as keyof typeof things], id };
}
