import { sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import type { Task, TaskAction, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import type { Availability } from "./availability.ts";
import { dayWords } from "./desk-parts.tsx";
import { words as deskWords } from "./desk-words.ts";
import { askedDays, type Due, dueOf, isRenewable } from "./due.ts";
import { type KeptStanding, listStandings } from "./parts.tsx";
import { words } from "./words.ts";

const day = 86_400_000;

/** Each published offer of which the public knows nothing, or soon will. */
export const availabilityTasks: TaskSource = {
  place: "availability",
  count: (now) => sql<number>`(
    select count(*) from offers left join availabilities on availabilities.offer = offers.id
    where offers.state = 'published'
    and (availabilities.offer is null or availabilities.expires <= ${new Date(now.getTime() + askedDays * day)}))`,
  async list(reader, asked) {
    const standings = await listStandings(reader);
    return standings.flatMap((standing) => {
      const due = dueOf(standing.availability, asked.now);
      return due === null ? [] : [taskOf(standing, due, asked)];
    });
  },
};

function taskOf(standing: KeptStanding, due: Due, asked: TaskReader): Task {
  const { availability } = standing;
  return {
    ...sentences(standing, due, asked),
    urgency: isPressing(due, availability, asked.now) ? "now" : "soon",
    due: availability?.expires ?? null,
    icon: due === "unsaid" ? "state-unknown" : "warning",
    actions: actionsOf(standing, asked),
    things: 1,
  };
}

function isPressing(due: Due, availability: Availability | null, now: Date): boolean {
  return due === "expired" || (availability !== null && availability.expires.getTime() - now.getTime() <= 2 * day);
}

function sentences({ offer, availability }: KeptStanding, due: Due, { now, language }: TaskReader) {
  const word = deskWords[language].tasks;
  const { title } = offer.content;
  if (availability === null) return { title: word.unsaid(title), reason: word.unsaidWhy };
  const confirmed = dateWords(availability.confirmed, language);
  if (due === "expired")
    return {
      title: word.expired(title),
      reason: word.expiredWhy(words[language].states[availability.state], confirmed),
    };
  const near = availability.expires.getTime() - now.getTime() <= 2 * day;
  const until = dayWords(availability.expires, now, language);
  const when = near && !/\d/.test(until) ? until : word.on(until);
  return due === "opening"
    ? { title: word.opening(title, when), reason: word.openingWhy }
    : { title: word.expiring(title, when), reason: word.expiringWhy(confirmed) };
}

function actionsOf(
  { offer, availability }: KeptStanding,
  { now, language, person }: TaskReader,
): readonly TaskAction[] {
  const word = deskWords[language];
  const form = `/admin/availability/offers/${offer.slug}`;
  if (availability === null) return [{ label: word.tasks.say, href: form }];
  const change = { label: word.tasks.change, href: form };
  if (person.role === "reader" || !isRenewable(availability, now)) return [change];
  const fields = { version: String(availability.version), back: "/admin" };
  return [{ label: word.still[availability.state], post: `${form}/confirmation`, fields }, change];
}
