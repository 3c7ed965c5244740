import { type RawBuilder, sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import type { Task, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import { listReferrals } from "./queries.ts";
import type { Referral } from "./referrals.ts";
import { words } from "./task-words.ts";

/** Whom others send here and wait for an answer; what was declined elsewhere, while its request still stands as sent on; what was taken a fortnight ago. */
export const referralTasks: TaskSource = {
  place: "referrals",
  count: (now) => sql<number>`(select count(*) from referrals where ${waiting(now)})`,
  async list(reader, asked) {
    const rows = await reader.selectFrom("referrals").select("id").where(waiting(asked.now)).execute();
    const ids = new Set(rows.map(({ id }) => id));
    const [taken, given] = [await listReferrals(reader, "taker"), await listReferrals(reader, "giver")];
    return [...taken, ...given].filter(({ id }) => ids.has(id)).map((one) => taskOf(one, asked));
  },
};

const fortnight = 14 * 86_400_000;

function waiting(now: Date): RawBuilder<boolean> {
  const before = new Date(now.getTime() - fortnight);
  return sql<boolean>`
    (side = 'taker' and (state = 'sent' or (state = 'taken' and changed < ${before})))
    or (side = 'giver' and state in ('declined', 'lapsed')
      and exists (select from place_requests where id = referrals.request and place_requests.state = 'referred')
      and not exists (select from referrals as later
        where later.request = referrals.request and later.state in ('sent', 'taken', 'placed')))`;
}

function taskOf(referral: Referral, asked: TaskReader): Task {
  return referral.side === "giver" ? elsewhereTask(referral, asked) : answerTask(referral, asked);
}

function answerTask(referral: Referral, { language }: TaskReader): Task {
  const word = words[language];
  const { id, state, need, otherName, fromUnknown, handing, expires, changed } = referral;
  const href = `/admin/referrals/${id}`;
  if (state === "taken")
    return {
      ...{ urgency: "quiet", due: changed, icon: "handshake", things: 1 },
      ...{ title: word.taken(otherName), reason: `${need} ${word.takenWhy}` },
      actions: [{ label: word.say, href }],
    };
  const agreed = handing === "agreed" ? `${word.handed} ` : "";
  return {
    ...{ urgency: fromUnknown ? "quiet" : "soon", due: expires, icon: "handshake", things: 1 },
    title: fromUnknown ? word.unknown(otherName) : word.came(otherName),
    reason: `${need} ${agreed}${word.until(dateWords(expires, language))}`,
    actions: [{ label: word.answer, href }],
  };
}

function elsewhereTask({ state, otherName, request, changed }: Referral, { language }: TaskReader): Task {
  const word = words[language];
  return {
    ...{ urgency: "soon", due: changed, icon: "signpost", things: 1 },
    title: state === "lapsed" ? word.lapsed(otherName) : word.declined(otherName),
    reason: word.declinedWhy,
    actions: [
      { label: word.elsewhere, href: `/admin/referrals/new?request=${request}` },
      { label: word.request, href: `/admin/requests/${request}` },
    ],
  };
}
