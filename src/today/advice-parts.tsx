import { findCodes } from "../accounts/codes.ts";
import { listPasskeys } from "../accounts/passkeys.ts";
import { dateWords } from "../foundation/date-words.ts";
import { listOffers } from "../offers/queries.ts";
import type { Task, TaskSource } from "../web/desk-tasks.ts";
import { listWords } from "../web/money.ts";
import { judge, type Look, type ServerState } from "./server.ts";
import { words } from "./task-words.ts";

/** Offers that were written and never published: advice, for they may be meant so. */
export const draftTasks: TaskSource = {
  place: "offers",
  async list(reader, { language }) {
    const drafts = await listOffers(reader, { states: ["draft"] });
    const [first] = drafts;
    if (!first) return [];
    const word = words[language];
    const titles = drafts.slice(0, 3).map(({ content }) => content.title);
    return one({
      ...{ urgency: "quiet", due: first.created, icon: "folder-open", things: drafts.length },
      title: word.drafts(drafts.length, first.content.title),
      reason:
        drafts.length === 1
          ? word.draftsWhy(dateWords(first.created, language))
          : word.draftsWhyMany(listWords(titles, language)),
      actions: [{ label: word.continue, href: drafts.length === 1 ? `/admin/offers/${first.slug}` : "/admin/offers" }],
    });
  },
};

/** What whoever runs the server should look at: work that stands still, a full disk, no backups. */
export const serverTasks = (stateOf: () => Promise<ServerState>): TaskSource => ({
  place: "server",
  async list(_reader, { language }) {
    const state = await stateOf();
    const [judged, word] = [judge(state), words[language]];
    const shared = { due: null, things: 1, actions: [{ label: word.serverState, href: "/admin/server" }] };
    const old = { title: word.backupOld(state.backupDays), reason: word.backupOldWhy };
    const none = { title: word.backupNone, reason: word.backupNoneWhy };
    const tasks = {
      work: { ...shared, urgency: "now", icon: "warning", title: word.work, reason: word.workWhy },
      disk: { ...shared, urgency: "now", icon: "hard-drives", title: word.disk, reason: word.diskWhy },
      mail: { ...shared, urgency: "soon", icon: "envelope-simple", title: word.letters, reason: word.lettersWhy },
      backup: { ...shared, urgency: "quiet", icon: "hard-drives", ...(state.backup ? old : none) },
    } as const satisfies Partial<Record<Look, Task>>;
    const waits = (look: keyof typeof tasks) => judged[look] === "fault" || (look !== "work" && judged[look] !== "ok");
    return (["work", "disk", "mail", "backup"] as const).filter(waits).map((look) => tasks[look]);
  },
});

/** An administrator whom a password alone lets in: whoever learns it may do everything. */
export const doorTasks: TaskSource = {
  place: "team",
  async list(reader, { language, person }) {
    if (person.role !== "administrator") return [];
    const [codes, passkeys] = [await findCodes(reader, person.id), await listPasskeys(reader, person.id)];
    if (codes.confirmed !== null || passkeys.length > 0) return [];
    const word = words[language];
    const actions = [{ label: word.lock, href: "/admin/account" }];
    return one({
      urgency: "quiet",
      due: null,
      icon: "key",
      things: 1,
      title: word.door,
      reason: word.doorWhy,
      actions,
    });
  },
};

const one = (task: Task): readonly Task[] => [task];
