import { momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Icon, type IconName } from "../web/icon.tsx";
import type { SendingState, ServerStanding } from "./erasures.ts";
import { words } from "./words.ts";

const icons: Readonly<Record<SendingState, IconName>> = {
  confirmed: "check-circle",
  waiting: "clock",
  failed: "warning-circle",
  ended: "warning",
};

/** Each server that was asked to erase something, by its name, and what came of it. */
export function Servers({
  servers,
  language,
}: {
  readonly servers: readonly ServerStanding[];
  readonly language: Language;
}) {
  return (
    <ul class="plain stack">
      {servers.map((server) => (
        <li class="sheet stack stack-2">
          <p class="icon-text">
            <Icon name={icons[server.state]} />
            <span>
              <strong>{nameOf(server)}</strong> {standingWords(server, language)}
            </span>
          </p>
          {(server.state === "failed" || server.state === "ended") && (
            <p class="small">
              {words[language].youCan}{" "}
              <a href={server.origin} rel="noopener noreferrer nofollow">
                {nameOf(server)}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How many have confirmed. */
export function countWords(servers: readonly ServerStanding[], language: Language): string {
  return words[language].count(servers.filter(({ state }) => state === "confirmed").length, servers.length);
}

const nameOf = ({ origin }: ServerStanding): string => new URL(origin).host;

function standingWords({ state, confirmed, until, refuses }: ServerStanding, language: Language): string {
  const word = words[language].states;
  const on = (date: Date) => momentWords(date, language);
  if (state === "confirmed" && confirmed !== null) return word.confirmed(on(confirmed));
  if (state === "failed") return refuses ? word.refused : word.unanswered;
  if (state !== "waiting") return word.ended;
  if (until === null) return word.leaving;
  return refuses ? word.refusing(on(until)) : word.waiting(on(until));
}
