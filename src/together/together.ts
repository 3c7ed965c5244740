/** How what an association asks of several hosts stands. */
export const askingStates = ["draft", "held", "open", "led", "ended", "withdrawn", "expired"] as const;
export type AskingState = (typeof askingStates)[number];

/** With what an asking ends: an offer, a quote, a no with its reasons, or because the association closes it. */
const endings = ["offer", "quote", "no", "closed"] as const;
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
  /** Of the result: a changed one is agreed to anew. */
  readonly version: number;
}

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

/** Who does something: who asks, the desk of its site, a host that was asked, the one that leads, or the clock. */
export type AskingParty = "asker" | "desk" | "host" | "lead" | "clock";

export type AskingAct =
  | "change"
  | "send"
  | "hold"
  | "let-through"
  | "send-back"
  | "answer"
  | "lead-leaves"
  | "propose"
  | "add"
  | "leave-out"
  | "choose"
  | "give-contact"
  | "result"
  | "agree"
  | "all-refuse"
  | "conclude"
  | "close"
  | "withdraw"
  | "expire";

/** What an asking becomes; null where that cannot be. What is not written here cannot happen. */
export function askingAfter(state: AskingState, act: AskingAct): AskingState | null {
  return life[state][act] ?? null;
}

type Steps = Readonly<Partial<Record<AskingAct, AskingState>>>;

const over: Steps = {};
const life: Readonly<Record<AskingState, Steps>> = {
  draft: { change: "draft", send: "open", hold: "held", withdraw: "withdrawn" },
  held: { "let-through": "open", "send-back": "draft", withdraw: "withdrawn" },
  open: {
    ...{ answer: "open", propose: "open", add: "open", "leave-out": "open", "give-contact": "open" },
    ...{ choose: "led", "all-refuse": "ended", close: "ended", withdraw: "withdrawn", expire: "expired" },
  },
  led: {
    ...{ answer: "led", propose: "led", add: "led", "leave-out": "led", "give-contact": "led", choose: "led" },
    ...{ "lead-leaves": "open", result: "led", agree: "led", conclude: "ended", "all-refuse": "ended" },
    ...{ close: "ended", withdraw: "withdrawn", expire: "expired" },
  },
  ended: over,
  withdrawn: over,
  expired: over,
};

export const askingActs: Readonly<Record<AskingAct, AskingParty>> = {
  ...{ change: "asker", send: "asker", hold: "asker", "let-through": "desk", "send-back": "desk" },
  ...{ answer: "host", "lead-leaves": "lead", propose: "host", add: "asker", "leave-out": "asker" },
  ...{ choose: "asker", "give-contact": "asker", result: "lead", agree: "host", "all-refuse": "host" },
  ...{ conclude: "asker", close: "asker", withdraw: "asker", expire: "clock" },
};

/** Whether this may be done by whoever does it: by the one to whom it belongs, in a state that has it. */
export function mayAsking(state: AskingState, act: AskingAct, by: AskingParty): boolean {
  const belongs = askingActs[act];
  return askingAfter(state, act) !== null && (by === belongs || (by === "lead" && belongs === "host"));
}

/** Whether hosts can still say something to it. */
export const isLive = (state: AskingState): boolean => state === "open" || state === "led";

/** How many hosts one asking goes to. */
export const hostsAsked = { least: 2, most: 6 };

/** For so many days it waits for an end, and is kept after its last change. */
export const days = { open: 60, kept: 365 };

/** How many one party or address may send in a day. */
export const mostAskings = { ofParty: 5, ofActor: 20, ofOrigin: 60, ofHostOpen: 200 };

/** The longest texts that are taken, in characters. */
export const longest = { name: 150, need: 4_000, contact: 300, words: 2_000, host: 150, result: 6_000, url: 2_000 };

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

/** What comes next for who asks, in the order in which it matters. */
export type NextStep = "send" | "held" | "decide-hosts" | "choose" | "result" | "wait" | "wait-lead" | null;

export function nextStep({ state, result }: Pick<Asking, "state" | "result">, hosts: readonly AskedHost[]): NextStep {
  if (state === "draft") return "send";
  if (state === "held") return "held";
  if (!isLive(state)) return null;
  if (hosts.some((host) => host.state === "proposed")) return "decide-hosts";
  if (state === "led") return result === null ? "wait-lead" : "result";
  return hosts.some((host) => host.state === "lead") ? "choose" : "wait";
}
