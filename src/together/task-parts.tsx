import { sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import type { TaskSource } from "../web/desk-tasks.ts";
import { listHeldAskings } from "./queries.ts";
import { listReceived, receivedStep } from "./received.ts";
import { words } from "./task-words.ts";

/** What associations ask of our host together with others and waits for it, and what waits to be read before it leaves from here. */
export const askingTasks: TaskSource = {
  place: "askings",
  count: () => sql<number>`((select count(*) from received_askings as asked
      left join joint_papers on joint_papers.id = asked.paper
      where seen_version > 0 and standing in ('open', 'led') and (answer = 'waiting'
        or (asked.chosen = 'lead' and joint_papers.state in ('draft', 'suspended'))
        or (asked.chosen = 'lead' and joint_papers.state is distinct from 'awaiting'
          and (result is null or declined ->> 'version' = result ->> 'version'
            or (joint_papers.state = 'withdrawn' and jsonb_typeof(result -> 'paper') = 'object')))
        or (asked.chosen = 'partner' and result is not null and jsonb_typeof(result -> 'paper') is distinct from 'object'
          and declined ->> 'version' is distinct from result ->> 'version'
          and agreed is distinct from (result ->> 'version')::integer)))
    + (select count(*) from askings where state = 'held'))`,
  async list(reader, { language }) {
    const word = words[language];
    const received = (await listReceived(reader)).flatMap((asking) => {
      const step = receivedStep(asking);
      if (step === "wait" || step === "over") return [];
      const title = { answer: word.asks, result: word.result, paper: word.paper, agree: word.agree }[step](asking.name);
      return {
        ...{ urgency: "soon" as const, due: asking.changed, icon: "users-three" as const, things: 1, title },
        reason: word.received(dateWords(asking.received, language)),
        actions: [{ label: word.open, href: `/admin/askings/${asking.id}` }],
      };
    });
    const held = await listHeldAskings(reader);
    const [first] = held;
    if (first === undefined) return received;
    const waiting = {
      ...{ urgency: "soon" as const, due: first.changed, icon: "users-three" as const, things: held.length },
      ...{ title: word.held(held.length), reason: word.heldWhy },
      actions: [{ label: word.heldOpen, href: "/admin/askings" }],
    };
    return [...received, waiting];
  },
};
