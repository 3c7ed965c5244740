/** How what an association asks of several hosts stands. */
export const askingStates = ["draft", "held", "open", "led", "ended", "withdrawn", "expired"] as const;
export type AskingState = (typeof askingStates)[number];

/** With what an asking ends: an offer, a quote, a no with its reasons, or because the association closes it. */
export const endings = ["offer", "quote", "no", "closed"] as const;
export type Ending = (typeof endings)[number];

/** How one of the hosts stands in it. */
const askedStates = ["proposed", "left-out", "asked", "lead", "partner", "no"] as const;
export type AskedState = (typeof askedStates)[number];

/** What a host can answer: yes and it would lead, yes beside another, or no. */
export const hostAnswers = ["lead", "partner", "no"] as const;
export type HostAnswer = (typeof hostAnswers)[number];

/** How a host is reached: it is ours, it has its own site of this kind, or by a private link that it is sent. */
export type AskedWay = "own" | "essaim" | "email" | "fediverse";

/** An association wants something, and would like several hosts to see to it together. */
export interface Need {
  /** What the association calls itself. */
  readonly name: string;
  /** What it needs, in its own words. */
  readonly need: string;
  /** Codes of the vocabulary `needs`. */
  readonly needs: readonly string[];
  readonly territory: string | null;
  readonly people: number | null;
  readonly budget: number | null;
  readonly currency: string;
  readonly period: string;
  /** The day by which it would like to have it. */
  readonly wished: string | null;
  /** The address of a funding request that it is for. */
  readonly about: string | null;
}

/** What an association asks, as it keeps it. */
export interface Asking extends Need {
  readonly id: string;
  /** The id of the party that asks; null for somebody who has a private link only. */
  readonly party: string | null;
  readonly email: string | null;
  /** When the link that was sent to `email` was opened. */
  readonly confirmed: Date | null;
  /** How to reach it: for hosts to which it has said yes. */
  readonly contact: string;
  readonly language: "fr" | "en";
  readonly state: AskingState;
  readonly ending: Ending | null;
  /** The id of the host that leads. */
  readonly lead: string | null;
  readonly result: Result | null;
  readonly declined: Declined | null;
  /** Why the desk sent it back, or why the association closed it. */
  readonly reason: string | null;
  /** Goes up with all that hosts may read. */
  readonly version: number;
  readonly made: Date;
  readonly sent: Date | null;
  readonly expires: Date | null;
  readonly changed: Date;
}

/** What comes out of it: an offer that can be read at its address, or a quote. */
export interface Result {
  readonly kind: "offer" | "quote";
  readonly url: string | null;
  readonly text: string | null;
  readonly amount: number | null;
  readonly currency: string;
  readonly period: string;
  /** What several hosts have signed for it, each at its own address; null for what the lead alone says. */
  readonly paper: NamedPaper | null;
  /** Of the result: a changed one is agreed to anew. */
  readonly version: number;
}

/** What several hosts sign, as the lead names it. */
export interface NamedPaper {
  /** The address that each signature names. */
  readonly proposal: string;
  /** Where the lead shows what all have signed. */
  readonly sheet: string;
  /** The digest of what they have signed. */
  readonly version: string;
}

/** The version of a result to which the association has said no, and why. */
export interface Declined {
  readonly version: number;
  readonly reason: string;
}

/** The address that an asking has for all its hosts, which opens to its association alone. */
export const commonAddress = (origin: string, asking: string): string => `${origin}/together/${asking}`;

/** Whether the association has said no to the result as it stands. */
export const isDeclined = ({
  result,
  declined,
}: {
  readonly result: Result | null;
  readonly declined: Declined | null;
}) => result !== null && declined?.version === result.version;

/** One of the hosts that an asking goes to, and what it answers. */
export interface AskedHost {
  /** Also of the document that it reads. */
  readonly id: string;
  readonly asking: string;
  readonly number: number;
  readonly way: AskedWay;
  /** Its actor, where it has a site of this kind. */
  readonly host: string | null;
  readonly name: string;
  readonly page: string | null;
  readonly address: string | null;
  /** Codes of `partnershipRoles`: what it could take on, as the association sees it. */
  readonly roles: readonly string[];
  readonly state: AskedState;
  readonly proposedBy: string | null;
  readonly why: string | null;
  readonly rolesOffered: readonly string[];
  readonly words: string | null;
  /** The version of the result to which it has said yes. */
  readonly agreed: number | null;
  readonly answered: Date | null;
  readonly heard: number;
  readonly document: string | null;
  readonly contactGiven: Date | null;
  readonly token: string;
  readonly offer: string;
  readonly problem: "no-account" | "unreachable" | "refused" | null;
}

/** Whether a host would take part. */
export const saidYes = ({ state }: Pick<AskedHost, "state">): boolean => state === "lead" || state === "partner";

/** Whether hosts can still say something to it. */
export const isLive = (state: AskingState): boolean => state === "open" || state === "led";

/** How many hosts one asking goes to. */
export const hostsAsked = { least: 2, most: 6 };

/** For so many days it waits for an end, and is kept after its last change. */
export const days = { open: 60, kept: 365 };

/** How many one party or address may send in a day. */
export const mostAskings = { ofParty: 5, ofActor: 20, ofOrigin: 60, ofHostOpen: 200 };

/** The longest texts that are taken, in characters. */
export const longest = {
  name: 150,
  need: 4_000,
  contact: 300,
  words: 2_000,
  host: 150,
  result: 6_000,
  quote: 5_000,
  url: 2_000,
};

/** All the roles that hosts take in what they do together. */
export const roles = [
  ...(["lead", "hosting", "accompaniment", "training", "support", "development", "backup-site"] as const),
  ...(["continuity", "local-presence"] as const),
] as const;

/** What a host could take on, by what it says that it can do, and by where it is. */
export function rolesOf(capabilities: readonly string[], near: boolean): readonly string[] {
  const able = {
    hosting: ["hosting"],
    accompaniment: ["accompaniment", "support"],
    training: ["training"],
    development: ["development"],
  } as const;
  const found = Object.entries(able).flatMap(([capability, taken]) => (capabilities.includes(capability) ? taken : []));
  const all: readonly string[] = [...found, ...(near && found.length > 0 ? ["local-presence"] : [])];
  return roles.filter((role) => all.includes(role));
}
