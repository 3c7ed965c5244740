/** What a sentence asks for: to find money together with others, to give some, or that several hosts see to something together. */
export type SayingKind = "request" | "pledge" | "asking";

/** The fields of a form, by name: those that may hold several values as lists. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What was understood of a sentence: how it fills in the form that its author confirms. */
export interface Understood {
  readonly fields: Fields;
  /** The names of the fields that have to be looked at before they count. */
  readonly unsure: readonly string[];
}

/** A sentence that was read, and waits behind a short link for its author to confirm it. */
export interface Saying extends Understood {
  readonly token: string;
  readonly kind: SayingKind;
  /** The permanent address of the message. */
  readonly note: string;
  /** The permanent address of who wrote it. */
  readonly actor: string;
  /** The id of the request that a promise is for. */
  readonly request: string | null;
  /** Whether a promise stands beside an earlier one of the same author, or in its place. */
  readonly deed: "pledge" | "change" | "add";
  /** As it was read, without mark-up. */
  readonly text: string;
  readonly language: string;
  /** The id of what we answered; null where that was taken back for good. */
  readonly answer: string | null;
  readonly received: Date;
  /** When it became a draft or a promise. */
  readonly used: Date | null;
  /** When its author took it back. */
  readonly withdrawn: Date | null;
}

/** For so many days a sentence is kept; what became of it stays. */
export const daysKept = 30;

/** Of one account in a day; one more is told that it is too much, and whatever comes then waits for colleagues in silence. */
export const mostOfActor = 20;
/** The same for all accounts of one server together. */
export const mostOfServer = 200;
