import { type RawBuilder, sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import { countOpenReports, listOpenReports, openReports } from "../messages/queries.ts";
import { conversationsToAnswer, countToAnswer, findOldest } from "../messages/waiting.ts";
import { countPeers, listPendingPeers } from "../peers/queries.ts";
import type { Task, TaskSource } from "../web/desk-tasks.ts";
import { listWords } from "../web/money.ts";
import { words } from "./task-words.ts";

const day = 86_400_000;

/** People who wrote to the host and have no answer yet. */
export const messageTasks: TaskSource = {
  place: "messages",
  count: () => conversationsToAnswer,
  async list(reader, { now, language }) {
    const oldest = await findOldest(reader);
    if (oldest === null) return [];
    const word = words[language];
    const things = await countToAnswer(reader);
    return one({
      urgency: now.getTime() - oldest.received.getTime() > 2 * day ? "now" : "soon",
      due: oldest.received,
      icon: "envelope-simple",
      title: word.messages(things),
      reason: word.messagesWhy(hostOf(oldest.author), dateWords(oldest.received, language)),
      actions: [{ label: word.answer, href: `/admin/messages/${oldest.number}` }],
      things,
    });
  },
};

/** Complaints that nobody has looked at. */
export const reportTasks: TaskSource = {
  place: "messages",
  count: () => openReports,
  async list(reader, { language }) {
    const open = await listOpenReports(reader);
    const [oldest] = open;
    if (!oldest) return [];
    const word = words[language];
    const things = await countOpenReports(reader);
    return one({
      ...{ urgency: "now", due: oldest.received, icon: "shield-check", things },
      title: word.reports(things),
      reason: word.reportsWhy(dateWords(oldest.received, language)),
      actions: [{ label: word.look, href: "/admin/messages/reports" }],
    });
  },
};

/** Instances that ask to follow this one. */
export const peerTasks: TaskSource = {
  place: "followers",
  count: () => sql<number>`(select count(*) from peers where theirs = 'pending' and not is_blocked(origin))`,
  async list(reader, { language }) {
    const pending = await listPendingPeers(reader, 3);
    const [first] = pending;
    if (!first) return [];
    const word = words[language];
    const things = (await countPeers(reader)).pending;
    const names = pending.map(({ name }) => name);
    return one({
      ...{ urgency: "soon", due: first.seen, icon: "fediverse-logo" },
      title: word.peers(things, first.name),
      reason: things === 1 ? word.peersWhy : word.peersWhyMany(listWords(names, language)),
      actions: [{ label: word.decide, href: "/admin/followers/peers" }],
      things,
    });
  },
};

/** What never reached another server, as the state of the server says too; `count` is the federation's own subselect. */
export const deliveryTasks = (count: RawBuilder<number>): TaskSource => ({
  place: "server",
  count: () => count,
  async list(reader, { language }) {
    const { rows } = await sql<{ count: number }>`select ${count}::integer as count`.execute(reader);
    const things = rows[0]?.count ?? 0;
    if (things === 0) return [];
    const word = words[language];
    return one({
      ...{ urgency: "soon", due: null, icon: "warning-circle", things },
      ...{ title: word.failed(things), reason: word.failedWhy },
      actions: [{ label: word.look, href: "/admin/followers/deliveries" }],
    });
  },
});

const one = (task: Task): readonly Task[] => [task];

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);
