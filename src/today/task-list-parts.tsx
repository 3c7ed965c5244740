import type { Language } from "../foundation/language.ts";
import { deskPath } from "../web/desk-places.ts";
import type { FoldedTasks, Task, TaskAction } from "../web/desk-tasks.ts";
import { words as deskWords } from "../web/desk-words.ts";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./words.ts";

/** What waits, each with its reason and what can be done right there; the likely action of the first is the page's main one. */
export function TaskList({ tasks, main }: { readonly tasks: readonly Task[]; readonly main: boolean }) {
  return (
    <ul class="tasks gap-above">
      {tasks.map((task, index) => (
        <li class={task.urgency === "now" ? "task task-urgent" : "task"}>
          <Icon name={task.icon} />
          <div>
            <h3>{task.title}</h3>
            <p>{task.reason}</p>
          </div>
          <div class="task-do">
            {task.actions.map((action, place) => (
              <Action action={action} of={task.title} main={main && index === 0 && place === 0} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Action({ action, of, main }: { readonly action: TaskAction; readonly of: string; readonly main: boolean }) {
  const look = main ? "button button-main button-small" : "button button-small";
  if ("href" in action) {
    return (
      <a class={look} href={action.href}>
        {action.label} <span class="sr">: {of}</span>
      </a>
    );
  }
  return (
    <form method="post" action={action.post}>
      <OnceField />
      {Object.entries(action.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class={look} type="submit">
        {action.label} <span class="sr">: {of}</span>
      </button>
    </form>
  );
}

/** Where the rest waits, room by room. */
export function MoreTasks({ more, language }: Pick<FoldedTasks, "more"> & { readonly language: Language }) {
  if (more.length === 0) return null;
  return (
    <p class="cluster gap-above">
      {words[language].more}
      {more.map(({ place, things }) => (
        <a href={deskPath(place)}>
          {deskWords[language].places[place]} ({things})
        </a>
      ))}
    </p>
  );
}
