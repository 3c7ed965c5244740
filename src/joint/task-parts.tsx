import { sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Task, TaskSource } from "../web/desk-tasks.ts";
import { listWords } from "../web/money.ts";
import { invitationPath, paperPath } from "./desk-parts.tsx";
import type { JointInvitation, JointPaper } from "./joint.ts";
import { listInvitations, listPapers } from "./queries.ts";
import { words } from "./task-words.ts";

/** What other hosts ask ours to sign, and what of ours somebody has refused or left. */
export const jointTasks: TaskSource = {
  place: "joint",
  count: () => sql<number>`(select count(*) from joint_invitations where state = 'invited') + (
    select count(*) from joint_papers where state in ('awaiting', 'published', 'suspended') and exists (
      select from joint_partners where paper = joint_papers.id and joint_partners.state in ('refused', 'left')))`,
  async list(reader, { language }) {
    const invitations = await listInvitations(reader, { states: ["invited"] });
    const papers = await listPapers(reader, { states: ["awaiting", "published", "suspended"] });
    const hindered = papers.flatMap((paper) => hinderedTask(paper, language));
    return [...invitations.map((one) => invitedTask(one, language)), ...hindered];
  },
};

function invitedTask({ id, lead, title, stamps, received, changed }: JointInvitation, language: Language): Task {
  const word = words[language];
  const again = stamps.length > 0;
  return {
    ...{ urgency: again ? "now" : "soon", due: again ? changed : received, icon: "users-three", things: 1 },
    title: again ? word.again(title) : word.asked(lead.name, title),
    reason: again ? word.againWhy(lead.name) : word.askedWhy(dateWords(received, language)),
    actions: [{ label: word.read, href: invitationPath(id) }],
  };
}

function hinderedTask({ id, title, state, partners, changed }: JointPaper, language: Language): readonly Task[] {
  const word = words[language];
  const gone = partners.filter((one) => one.state === "refused" || one.state === "left").map(({ name }) => name);
  if (gone.length === 0) return [];
  const suspended = state === "suspended";
  return [
    {
      ...{ urgency: suspended ? "now" : "soon", due: changed, icon: "users-three", things: 1 },
      title: word.refused(listWords(gone, language), title),
      reason: suspended ? word.suspendedWhy : word.refusedWhy,
      actions: [{ label: word.open, href: paperPath(id) }],
    },
  ];
}
