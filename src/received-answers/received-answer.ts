import type { Named, ProposalContent } from "../funding/proposal.ts";

/** `waiting`: not every signature was found yet; `broken`: one of those that were stands no more. */
export type ReceivedState = "waiting" | "shown" | "broken" | "refused" | "withdrawn";

/** Why an answer is not taken. */
export type ReceivedRefusal =
  | "wrong-state"
  | "hosts-not-called"
  | "chosen-already"
  | "unreadable"
  | "other-request"
  | "not-signed";

/** What a host of another instance answers to a request of ours, as its own address shows it. */
export interface ShownAnswer {
  /** The address of the proposal that is the answer. */
  readonly proposal: string;
  /** The actor of the request. */
  readonly request: string;
  /** Where people read of the request, which is signed with the rest. */
  readonly about: string;
  readonly title: string;
  readonly by: Named;
  readonly state: "offered" | "suspended";
  readonly version: number;
  readonly content: ProposalContent;
}

/** Such an answer, as it is kept here. */
export interface ReceivedAnswer {
  readonly id: string;
  readonly source: string;
  readonly actor: string;
  /** The id of the request. */
  readonly request: string;
  /** The id of the answer as the request has it; null before it was ever shown. */
  readonly proposal: string | null;
  /** The activity in which it came, which is answered. */
  readonly offer: string;
  readonly version: number;
  readonly state: ReceivedState;
  readonly reason: ReceivedRefusal | null;
  /** When its own address and all its signatures were last found. */
  readonly checked: Date | null;
}
