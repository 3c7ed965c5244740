import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Task, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import { kindName } from "./kind-words.ts";
import type { Partnership } from "./partnership.ts";
import { listPartnerships } from "./queries.ts";
import { words } from "./task-words.ts";

/** Hosts that wait for our answer, and those that no longer show what was agreed. */
export const partnerTasks: TaskSource = {
  place: "partners",
  count: () =>
    sql<number>`(select count(*) from partnerships where state = 'received' or (state = 'accepted' and missing is not null))`,
  async list(reader, asked) {
    const live = await listPartnerships(reader, { states: ["received", "accepted"] });
    return live.flatMap((one) => {
      if (one.state === "received") return [answerTask(one, asked)];
      return one.missing === null ? [] : [missingTask(one, one.missing, asked.language)];
    });
  },
};

/** What is about to expire, and what has come to an end lately. */
export const partnerAdvice: TaskSource = {
  place: "partners",
  list: async (reader, asked) => [...(await listExpiring(reader, asked)), ...(await listOver(reader, asked))],
};

const soon = 3 * 86_400_000;
const lately = 7 * 86_400_000;

function answerTask(partnership: Partnership, { now, language }: TaskReader): Task {
  const word = words[language];
  const { id, otherName, kind, asked, expires, counters, fromUnknown } = partnership;
  const pressing = expires !== null && expires.getTime() - now.getTime() < soon;
  const reasons = [
    word.why(kindName(kind, language), dateWords(asked, language)),
    ...(expires === null ? [] : [word.until(dateWords(expires, language))]),
    ...(fromUnknown ? [word.unknown] : []),
  ];
  return {
    ...{
      urgency: pressing ? "now" : fromUnknown ? "quiet" : "soon",
      due: expires ?? asked,
      icon: "partners",
      things: 1,
    },
    title: (counters === null ? word.asks : word.counters)(otherName),
    reason: reasons.join(" "),
    actions: [{ label: word.answer, href: `/admin/partners/${id}` }],
  };
}

function missingTask({ id, otherName }: Partnership, missing: Date, language: Language): Task {
  const word = words[language];
  return {
    ...{ urgency: "soon", due: missing, icon: "warning", things: 1 },
    title: word.missing(otherName),
    reason: word.missingWhy(dateWords(missing, language)),
    actions: [{ label: word.see, href: `/admin/partners/${id}` }],
  };
}

async function listExpiring(reader: Reader, { now, language }: TaskReader): Promise<readonly Task[]> {
  const word = words[language];
  const sent = await listPartnerships(reader, { states: ["sent"] });
  return sent.flatMap(({ id, otherName, expires }): readonly Task[] => {
    if (expires === null || expires.getTime() - now.getTime() >= soon) return [];
    return [
      {
        ...{ urgency: "quiet", due: expires, icon: "clock", things: 1 },
        title: word.expires(otherName),
        reason: word.expiresWhy(dateWords(expires, language)),
        actions: [{ label: word.see, href: `/admin/partners/${id}` }],
      },
    ];
  });
}

/** What ended within the week; afterwards the list alone tells it. */
async function listOver(reader: Reader, { now, language }: TaskReader): Promise<readonly Task[]> {
  const word = words[language];
  const over = await listPartnerships(reader, { states: ["declined", "ended", "expired"], limit: 20 });
  return over.flatMap(({ id, side, state, otherName, kind, changed }): readonly Task[] => {
    const told = state === "declined" || state === "ended" || state === "expired" ? state : null;
    const ours = side === "asker" || told === "ended";
    if (told === null || !ours || now.getTime() - changed.getTime() > lately) return [];
    return [
      {
        ...{ urgency: "quiet", due: changed, icon: "partners", things: 1 },
        title: word.over[told](otherName),
        reason: word.overWhy(kindName(kind, language), dateWords(changed, language)),
        actions: [
          { label: word.see, href: `/admin/partners/${id}` },
          { label: word.gaps, href: "/admin/partners/gaps" },
        ],
      },
    ];
  });
}
