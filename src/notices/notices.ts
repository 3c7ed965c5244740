/** Why somebody is told something: each can be turned off by itself. */
export const noticeReasons = [...(["to-do", "progress", "news", "promises", "answers", "near"] as const)] as const;
export type NoticeReason = (typeof noticeReasons)[number];

/** What somebody can be told of a funding request, and why. */
export const reasonOf = {
  /** They promised, and are asked whether that holds. */
  confirm: "to-do",
  /** Their promise holds no more: its time ran out, or they did not confirm it. */
  lapsed: "to-do",
  /** A request they promised towards has failed, and is tried anew, smaller. */
  reopened: "to-do",
  reached: "progress",
  "fell-short": "progress",
  extended: "progress",
  committed: "progress",
  started: "progress",
  delivered: "progress",
  failed: "progress",
  cancelled: "progress",
  /** The steward says something. */
  news: "news",
  /** Others promised, changed or took back something towards their request: one notice until it is read. */
  promises: "promises",
  answer: "answers",
  "answer-withdrawn": "answers",
  /** One of those who gave a joint answer does not stand by it any more. */
  "answer-broken": "answers",
  /** Their answer was chosen. */
  chosen: "answers",
  /** A request that their offers fit. */
  near: "near",
  /** A host answered what they asked of several. */
  "hosts-answer": "answers",
  /** Something is for them to decide of it. */
  "hosts-decide": "to-do",
  "hosts-over": "progress",
} as const satisfies Readonly<Record<string, NoticeReason>>;
export type NoticeWhat = keyof typeof reasonOf;

export const noticeWhats = Object.keys(reasonOf) as readonly NoticeWhat[];

/** Something that somebody is told. */
export interface Notice {
  readonly id: string;
  readonly what: NoticeWhat;
  /** What it is about, and the path of its page here. */
  readonly request: { readonly path: string; readonly title: string; readonly language: string };
  readonly happened: Date;
  readonly seen: Date | null;
}

export const rhythms = ["at-once", "daily", "weekly", "never"] as const;
export type Rhythm = (typeof rhythms)[number];

/** How somebody wants to be written to. */
export interface NoticeWishes {
  readonly rhythm: Rhythm;
  readonly muted: readonly NoticeReason[];
}

/** For whoever has said nothing: one letter a day, and only when there is something. */
export const usualWishes: NoticeWishes = { rhythm: "daily", muted: [] };

const hour = 3_600_000;
// A little less than a day, so that letters do not wander through the hours.
const pauses: Readonly<Record<Rhythm, number>> = {
  "at-once": 0,
  daily: 23 * hour,
  weekly: 167 * hour,
  never: Number.POSITIVE_INFINITY,
};

/** What a letter tells now, of all that is new since the last one: nothing while it is not yet time, unless somebody has to act. */
export function toTell<One extends Pick<Notice, "what" | "seen">>(
  news: readonly One[],
  { rhythm, muted }: NoticeWishes,
  written: Date,
  now: Date,
): readonly One[] {
  if (rhythm === "never") return [];
  const wanted = news.filter(({ what, seen }) => seen === null && !muted.includes(reasonOf[what]));
  const due = now.getTime() - written.getTime() >= pauses[rhythm];
  return due || wanted.some(({ what }) => what === "confirm") ? wanted : [];
}
