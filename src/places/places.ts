/** How a request for a place stands. */
export type RequestState = "received" | "answered" | "accepted" | "declined" | "referred" | "withdrawn";

export const requestStates: readonly RequestState[] = [
  "received",
  "answered",
  "accepted",
  "declined",
  "referred",
  "withdrawn",
];

/** What can be done to a request once it is there. */
export type RequestAct = "say" | "withdraw" | "answer" | "accept" | "decline" | "refer" | "reopen" | "note";

/** What the host can do. */
export type HostAct = Exclude<RequestAct, "say" | "withdraw">;

export const hostActs: readonly HostAct[] = ["answer", "accept", "decline", "refer", "reopen", "note"];

export const requestActs: readonly RequestAct[] = ["say", "withdraw", ...hostActs];

/** Who acts: whoever asks for the place, or those who answer for the host. */
export type RequestParty = "asker" | "host";

/** An association asks for a place in an offer. */
export interface PlaceRequest {
  readonly id: string;
  /** The id of the offer. */
  readonly offer: string;
  /** Of the association. */
  readonly name: string;
  readonly people: number;
  /** What for, and by when. */
  readonly message: string;
  readonly contact: RequestContact;
  /** The language that the asker reads. */
  readonly language: "fr" | "en";
  readonly state: RequestState;
  /** Since when the asker waits for the host; null while the host does not have to act. */
  readonly waiting: Date | null;
  readonly received: Date;
  readonly changed: Date;
}

/** How an asker is reached: an e-mail address, or a Fediverse account as `name@host`. */
export interface RequestContact {
  readonly kind: "email" | "fediverse";
  readonly address: string;
}

/** Something that was done or said after a request came. */
export interface RequestEntry {
  readonly id: string;
  readonly act: RequestAct;
  readonly text: string | null;
  /** The other host that the asker was sent to. */
  readonly referred: string | null;
  /** The account that acted for the host. */
  readonly account: string | null;
  /** Why the direct message with it did not leave. */
  readonly problem: "no-account" | "unreachable" | null;
  readonly written: Date;
}

export type RequestRefusal = "not-possible-now" | "reason-missing" | "host-missing" | "answer-missing";

/** What a request becomes; null when this cannot be done to it. What is not written here cannot happen. */
export function stateAfter(state: RequestState, act: RequestAct): RequestState | null {
  return transitions[state][act] ?? null;
}

const transitions: Readonly<Record<RequestState, Partial<Record<RequestAct, RequestState>>>> = {
  received: {
    ...{ say: "received", withdraw: "withdrawn", note: "received" },
    ...{ answer: "answered", accept: "accepted", decline: "declined", refer: "referred" },
  },
  answered: {
    ...{ say: "received", withdraw: "withdrawn", note: "answered" },
    ...{ answer: "answered", accept: "accepted", decline: "declined", refer: "referred" },
  },
  accepted: { say: "accepted", withdraw: "withdrawn", answer: "accepted", reopen: "answered", note: "accepted" },
  declined: { reopen: "answered", note: "declined" },
  referred: { refer: "referred", reopen: "answered", note: "referred" },
  withdrawn: { note: "withdrawn" },
};

/** Who may do this. */
export function partyOf(act: RequestAct): RequestParty {
  return act === "say" || act === "withdraw" ? "asker" : "host";
}

/** What one side can do to a request now. */
export function actsOpen(state: RequestState, party: RequestParty): readonly RequestAct[] {
  return requestActs.filter((act) => partyOf(act) === party && stateAfter(state, act) !== null);
}

/** Since when the host has to act, after this: whoever writes waits, until the host says something. */
export function waitingAfter(waiting: Date | null, act: RequestAct, now: Date): Date | null {
  if (act === "note") return waiting;
  return act === "say" ? (waiting ?? now) : null;
}

/** Whether someone waits for a text with this. */
export function refusalOf(act: RequestAct, text: string | null, referred: string | null): RequestRefusal | null {
  if (act === "refer" && referred === null) return "host-missing";
  if (text !== null || !worded.includes(act)) return null;
  return act === "decline" ? "reason-missing" : "answer-missing";
}

const worded: readonly RequestAct[] = ["say", "answer", "decline", "reopen", "note"];

/** How the host deals with requests. */
export interface PlaceSettings {
  /** Within how many days it says that it answers; null when it says nothing. */
  readonly answerDays: number | null;
  /** How many months a request is kept after its last change. */
  readonly keptMonths: number;
}

export const defaultSettings: PlaceSettings = { answerDays: null, keptMonths: 12 };

const day = 86_400_000;

/** How many whole days someone has waited. */
export function daysWaited(waiting: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - waiting.getTime()) / day));
}

/** Whether the host has let pass the time in which it said that it answers. */
export function isLate(waiting: Date | null, { answerDays }: PlaceSettings, now: Date): boolean {
  return waiting !== null && answerDays !== null && now.getTime() - waiting.getTime() > answerDays * day;
}

/** What has not changed since then is to be erased. */
export function keptSince({ keptMonths }: PlaceSettings, now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - keptMonths);
  return since;
}

/** How many requests an offer takes in a day, one asker's address in a day, and how often an asker may write again. */
export const mostRequests = { ofOffer: 50, ofContact: 5, messages: 20 };
