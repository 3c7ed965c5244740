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

/** The rooms of the desk under the headings of its menu, in their order; today stands before them all. */
export const deskParts = {
  offering: ["offers", "joint", "availability", "portal"],
  asked: ["requests", "askings", "funding", "messages", "associations"],
  around: ["partners", "referrals", "followers"],
  house: ["host", "team", "exchange", "server"],
} as const;
export type DeskPart = keyof typeof deskParts;
export type DeskPlace = "today" | (typeof deskParts)[DeskPart][number];

/** Where a room of the desk is. */
export const deskPath = (place: DeskPlace): string => (place === "today" ? "/admin" : `/admin/${place}`);
