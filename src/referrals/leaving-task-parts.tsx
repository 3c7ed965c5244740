import { findOwnListed, listOffersOf } from "../catalogue/queries.ts";
import { hostPath } from "../directory/paths.ts";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Task, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import { type Leaving, listLeaving } from "./continuity.ts";
import { words } from "./continuity-words.ts";

const monthAfter = 30 * 86_400_000;

/** Hosts that stop and whose users may come here: until a month after their last day. */
export const leavingTasks: TaskSource = {
  place: "host",
  async list(reader, asked) {
    const own = await findOwnListed(reader);
    const leaving = own ? await listLeaving(reader, own.actor) : [];
    const now = leaving.filter(({ ends }) => lastDay(ends).getTime() + monthAfter > asked.now.getTime());
    return await Promise.all(now.map((one) => taskOf(reader, one, asked)));
  },
};

const lastDay = (ends: string): Date => new Date(`${ends}T23:59:59Z`);

async function taskOf(
  reader: Reader,
  { host, ends, agreed }: Leaving,
  { language, person }: TaskReader,
): Promise<Task> {
  const word = words[language];
  const offers = await listOffersOf(reader, host.actor);
  const titles = offers.slice(0, 5).map(({ content }) => content.title);
  const coming = word.coming(offers.length, titles.join(", "));
  const see = { label: word.see, href: hostPath(host) };
  const say = { label: word.say, href: `/admin/partners/new?kind=continuity&to=${encodeURIComponent(host.actor)}` };
  return {
    ...{ urgency: "soon", due: lastDay(ends), icon: "handshake", things: 1 },
    title: word.leaving(host.profile.name, dateWords(ends, language)),
    reason: `${agreed ? word.agreed : word.notAgreed} ${coming}`,
    actions: agreed || person.role === "reader" ? [see] : [see, say],
  };
}
