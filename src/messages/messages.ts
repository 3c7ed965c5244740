/** Why something that was written elsewhere is kept: it answers one of us, names one of us, or comes from someone we follow. The first that holds. */
export const messageKinds = ["reply", "mention", "news"] as const;

export type MessageKind = (typeof messageKinds)[number];

export type Visibility = "public" | "unlisted" | "followers" | "direct";

/** What people elsewhere wrote to the host, for it to answer; or the news of those it follows. */
export interface Message {
  /** The permanent address of what was written. */
  readonly id: string;
  /** The ids of our handles that it concerns. */
  readonly recipients: readonly string[];
  /** The permanent address of who wrote it. */
  readonly author: string;
  readonly kind: MessageKind;
  readonly visibility: Visibility;
  /** Cleaned HTML. */
  readonly content: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly inReplyTo: string | null;
  /** The id of what we said that it answers; null where it answers somebody else, or nothing. */
  readonly continues: string | null;
  /** The permanent addresses of those elsewhere whom it names. */
  readonly others: readonly string[];
  readonly published: Date | null;
  readonly updated: Date | null;
}

/** A complaint about something here. */
export interface Report {
  readonly id: string;
  /** The actor that complains; null for somebody who did not show who they are. */
  readonly reporter: string | null;
  readonly objects: readonly string[];
  readonly content: string;
  /** Where they may be answered, if they said. */
  readonly contact: string | null;
}

/** What a complaint is about, as far as it is something of ours that people know by a name. */
export interface Subject {
  readonly label: string;
  readonly href: string;
  /** The actor elsewhere whose words it shows; null where it is of this site. */
  readonly actor: string | null;
  /** What that actor wrote on its own server, if it did. */
  readonly original: string | null;
}
