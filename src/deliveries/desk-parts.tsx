import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { words } from "./desk-words.ts";
import { type ServerStanding, type ServerState, stateOfServer, troubleOf } from "./server.ts";

const tints: Readonly<Record<ServerState, string>> = {
  well: "chip-good",
  failing: "chip-care",
  silent: "chip-care",
  "given-up": "chip-bad",
};
const signs = { well: "check-circle", failing: "clock", silent: "clock", "given-up": "warning-circle" } as const;

/** How deliveries to a server go. */
export function ServerChip({ server, language }: { readonly server: ServerStanding; readonly language: Language }) {
  const state = stateOfServer(server);
  return (
    <span class={`chip ${tints[state]}`}>
      <Icon name={signs[state]} /> {words[language].states[state]}
    </span>
  );
}

/** What went wrong last: a sentence for people, and what the program says for those who know. */
export function TroubleWords({
  of,
  language,
}: {
  readonly of: Pick<ServerStanding, "status" | "problem">;
  readonly language: Language;
}) {
  const word = words[language];
  const trouble = troubleOf(of);
  if (trouble === null) return null;
  return (
    <>
      {word.troubles[trouble]}
      {of.problem !== null && ` ${word.exactly(of.status === null ? of.problem : `HTTP ${of.status}`)}`}
    </>
  );
}
