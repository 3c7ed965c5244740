import { Icon, type IconName } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { type FirstRun, stepsOf } from "./first-run.ts";
import { words } from "./first-run-words.ts";
import { availabilityName } from "./handles.ts";
import type { Host } from "./host.ts";
import { addressOf, FactList } from "./parts.tsx";

export interface FirstRunEndProps {
  readonly frame: Frame;
  readonly host: Host;
  readonly run: FirstRun;
  readonly hub: boolean;
}

/** The last page: where everything is, and what comes next. */
export function FirstRunEnd({ frame, host, run, hub }: FirstRunEndProps) {
  const word = words[frame.language].end;
  const page = `${frame.origin}/@${host.handle}`;
  const places = hub ? null : <code>{addressOf(frame.origin, availabilityName)}</code>;
  return (
    <>
      <FactList
        lines={[
          [word.page, <a href={page}>{page.replace(/^https?:\/\//, "")}</a>],
          [
            word.follow,
            <>
              <code>{addressOf(frame.origin, host.handle)}</code> <small>{word.followHint}</small>
            </>,
          ],
          [word.places, places],
        ]}
      />
      <section aria-labelledby="next">
        <h2 class="like-h3" id="next">
          {word.next}
        </h2>
        <ul class="tasks gap-above">
          <Skipped frame={frame} run={run} hub={hub} />
          {(hub ? hubTasks : hostTasks(run)).map(({ name, icon, href }) => (
            <Task {...word[name]} icon={icon} href={href} />
          ))}
        </ul>
      </section>
      <form method="post" action="/admin/first-run/end">
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.finish} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </>
  );
}

interface Next {
  readonly name: "publish" | "write" | "availability" | "team" | "swarm" | "profile";
  readonly icon: IconName;
  readonly href: string;
}

const team: Next = { name: "team", icon: "users-three", href: "/admin/team" };
const profile: Next = { name: "profile", icon: "identification-card", href: "/admin/host" };
const hubTasks: readonly Next[] = [{ name: "swarm", icon: "fediverse-logo", href: "/admin/followers" }, team, profile];

function hostTasks(run: FirstRun): readonly Next[] {
  const offer: Next = { name: run.offer === "done" ? "publish" : "write", icon: "folder-open", href: "/admin/offers" };
  return [offer, { name: "availability", icon: "door-open", href: "/admin/availability" }, team, profile];
}

function Skipped({ frame, run, hub }: Omit<FirstRunEndProps, "host">) {
  const word = words[frame.language];
  return (
    <>
      {stepsOf(hub)
        .filter((step) => run[step] !== "done")
        .map((step) => (
          <Task
            {...{
              title: word.end.open.title,
              action: word.end.open.action,
              icon: "clock",
              href: `/admin/first-run/${step}`,
            }}
            text={word.end.open.text(word.short[step])}
          />
        ))}
    </>
  );
}

interface TaskProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly href: string;
}

function Task({ icon, title, text, action, href }: TaskProps) {
  return (
    <li class="task">
      <Icon name={icon} />
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <p class="task-do">
        <a class="button button-small" href={href}>
          {action}
        </a>
      </p>
    </li>
  );
}
