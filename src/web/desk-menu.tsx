import type { Language } from "../foundation/language.ts";
import { type DeskPart, type DeskPlace, deskParts, deskPath, type Person } from "./desk-places.ts";
import { words } from "./desk-words.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface DeskMenuProps {
  readonly language: Language;
  readonly person: Pick<Person, "role">;
  readonly hub: boolean;
  /** How many things wait in each room. */
  readonly waiting: Readonly<Partial<Record<DeskPlace, number>>>;
  readonly here: DeskPlace | "account" | null;
}

/** The rooms of the desk under their headings, with what waits in each. */
export function DeskMenu({ language, person, hub, waiting, here }: DeskMenuProps) {
  const word = words[language];
  const entryOf = (place: DeskPlace): MenuEntry => ({
    ...{ href: deskPath(place), icon: icons[place], label: word.places[place], waiting: waiting[place] ?? 0 },
    ...{ here: here === place, kept: place === "availability" },
  });
  const parts = (Object.keys(deskParts) as readonly DeskPart[]).map((part) => {
    const places: readonly DeskPlace[] = deskParts[part];
    const shown = places.filter((place) => isFor(person, place) && !(hub && hostsOnly.has(place)));
    return { id: part, label: word.parts[part], entries: shown.map(entryOf) };
  });
  return <GroupedMenu language={language} label={word.menu} first={entryOf("today")} parts={parts} />;
}

/** A room in the menu. */
export interface MenuEntry {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
  readonly waiting: number;
  readonly here: boolean;
  /** Whether a phone shows it while the menu is closed. */
  readonly kept: boolean;
}

export interface GroupedMenuProps {
  readonly language: Language;
  readonly label: string;
  /** What stands before all headings. */
  readonly first: MenuEntry;
  readonly parts: readonly { readonly id: string; readonly label: string; readonly entries: readonly MenuEntry[] }[];
}

/** The menu at the side; on a phone, a line that opens by its address, without a script. */
export function GroupedMenu({ language, label, first, parts }: GroupedMenuProps) {
  const word = words[language];
  return (
    <nav class="desk-nav" id="desk-menu" aria-label={label}>
      <ul class="desk-nav-parts">
        <Entry entry={first} language={language} />
        {parts.map(({ id, label: heading, entries }) => (
          <li class="desk-nav-part">
            <p class="desk-nav-name" id={`menu-${id}`}>
              {heading}
            </p>
            <ul aria-labelledby={`menu-${id}`}>
              {entries.map((entry) => (
                <Entry entry={entry} language={language} />
              ))}
            </ul>
          </li>
        ))}
        <li class="desk-nav-open">
          <a href="#desk-menu">
            {word.open} <Waiting count={first.here ? 0 : first.waiting} word={word.toDo} />
          </a>
        </li>
        <li class="desk-nav-close">
          <a href="#content">{word.close}</a>
        </li>
      </ul>
    </nav>
  );
}

function Entry({ entry, language }: { readonly entry: MenuEntry; readonly language: Language }) {
  return (
    <li {...(entry.kept ? { class: "desk-nav-kept" } : {})}>
      <a href={entry.href} {...(entry.here ? { "aria-current": "page" as const } : {})}>
        <Icon name={entry.icon} />
        <span>{entry.label}</span>
        <Waiting count={entry.waiting} word={words[language].toDo} />
      </a>
    </li>
  );
}

function Waiting({ count, word }: { readonly count: number; readonly word: string }) {
  if (count === 0) return null;
  return (
    <span class="count">
      {count}
      <span class="sr"> {word}</span>
    </span>
  );
}

const icons: Readonly<Record<DeskPlace, IconName>> = {
  today: "house-line",
  offers: "folder-open",
  joint: "users-three",
  availability: "door-open",
  portal: "signpost",
  requests: "tray",
  askings: "users-three",
  funding: "hand-heart",
  messages: "chat-circle-text",
  associations: "handshake",
  partners: "partners",
  referrals: "arrow-square-out",
  followers: "fediverse-logo",
  host: "identification-card",
  team: "users-three",
  exchange: "arrows-clockwise",
  server: "hard-drives",
};

/** A portal has no offers of its own, so nothing that hangs on them. */
const hostsOnly: ReadonlySet<DeskPlace> = new Set<DeskPlace>(["offers", "joint", "availability", "requests"]);

/** Colleagues are looked after by those who administer. */
const isFor = ({ role }: Pick<Person, "role">, place: DeskPlace): boolean =>
  role === "administrator" || place !== "team";
