/** Someone who is signed in, as the desk knows them. */
export interface Person {
  readonly id: string;
  /** Empty until they said. */
  readonly name: string;
  readonly email: string;
  readonly role: "administrator" | "editor" | "reader";
  /** The session of this browser. */
  readonly session: string;
}

/** The rooms of the desk, in the order of its menu. */
export const deskPlaces = [
  ...(["today", "offers", "joint", "availability", "requests", "referrals", "askings", "funding"] as const),
  ...(["partners", "associations", "messages"] as const),
  ...(["followers", "portal", "host", "exchange", "server", "team"] as const),
] as const;
export type DeskPlace = (typeof deskPlaces)[number];

/** Where a room of the desk is. */
export const deskPath = (place: DeskPlace): string => (place === "today" ? "/admin" : `/admin/${place}`);
