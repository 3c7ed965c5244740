import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskPlace, Person } from "./desk-places.ts";
import type { IconName } from "./icon.tsx";

/** How soon somebody has to act: before anyone notices, this week, or some quiet evening. */
export const urgencies = ["now", "soon", "quiet"] as const;
export type Urgency = (typeof urgencies)[number];

/** What can be done about a task right there: a page to go to, or a form to send. */
export type TaskAction =
  | { readonly label: string; readonly href: string }
  | { readonly label: string; readonly post: string; readonly fields: Readonly<Record<string, string>> };

/** Something that waits for somebody at the desk, and why. */
export interface Task {
  readonly urgency: Urgency;
  /** Since when it waits, or until when it may: of two as urgent, the earlier comes first. */
  readonly due: Date | null;
  readonly icon: IconName;
  readonly title: string;
  readonly reason: string;
  /** One or two, the likely one first. */
  readonly actions: readonly TaskAction[];
  /** How many things it stands for. */
  readonly things: number;
}

/** A task, and the room in which it waits. */
export interface PlacedTask extends Task {
  readonly place: DeskPlace;
}

/** For whom tasks are listed, and when. */
export interface TaskReader {
  readonly now: Date;
  readonly language: Language;
  readonly person: Person;
}

/** What waits in one room of the desk. */
export interface TaskSource {
  readonly place: DeskPlace;
  /** A subselect with the number of its things, for the menu of each page: as many as its tasks stand for. Without it, its tasks are advice and are not counted. */
  readonly count?: (now: Date) => RawBuilder<number>;
  list(reader: Reader, asked: TaskReader): Promise<readonly Task[]>;
}

/** How many things wait in each room; one statement, however many sources there are. */
export async function countWaiting(
  reader: Reader,
  sources: readonly TaskSource[],
  now: Date,
): Promise<Readonly<Partial<Record<DeskPlace, number>>>> {
  const counted = sources.flatMap(({ place, count }) =>
    count ? [sql`select ${place}::text as place, ${count(now)} as things`] : [],
  );
  if (counted.length === 0) return {};
  const { rows } = await sql<{ place: DeskPlace; things: number }>`
    select place, sum(things)::integer as things from (${sql.join(counted, sql` union all `)}) as counted
    group by place`.execute(reader);
  const total = rows.reduce((sum, { things }) => sum + things, 0);
  return { ...Object.fromEntries(rows.map(({ place, things }) => [place, things])), today: total };
}

/** All that waits, the most urgent first. */
export async function listTasks(
  reader: Reader,
  sources: readonly TaskSource[],
  asked: TaskReader,
): Promise<readonly PlacedTask[]> {
  const listed: PlacedTask[] = [];
  for (const { place, list } of sources)
    listed.push(...(await list(reader, asked)).map((task) => ({ ...task, place })));
  return listed.toSorted(
    (one, other) =>
      urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) || timeOf(one.due) - timeOf(other.due),
  );
}

/** Many tasks, short enough to be read: the first of each room, and how many things more wait in which. */
export interface FoldedTasks {
  readonly shown: readonly PlacedTask[];
  readonly more: readonly { readonly place: DeskPlace; readonly things: number }[];
}

/** One room with much to do hides no other: it keeps so many lines, and a link to the rest. */
export function foldTasks(tasks: readonly PlacedTask[], mostOfRoom: number): FoldedTasks {
  const rooms = Map.groupBy(tasks, ({ place }) => place);
  const kept = new Set([...rooms.values()].flatMap((room) => room.slice(0, mostOfRoom)));
  const more = [...rooms].flatMap(([place, room]) => {
    const things = room.slice(mostOfRoom).reduce((sum, task) => sum + task.things, 0);
    return things === 0 ? [] : [{ place, things }];
  });
  return { shown: tasks.filter((task) => kept.has(task)), more };
}

const timeOf = (due: Date | null): number => due?.getTime() ?? Number.MAX_SAFE_INTEGER;
