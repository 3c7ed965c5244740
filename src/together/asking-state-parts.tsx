import type { Language } from "../foundation/language.ts";
import { Icon, type IconName } from "../web/icon.tsx";
import { words as askingWords } from "./asking-words.ts";
import type { Asking } from "./together.ts";

const icons: Readonly<Record<Asking["state"], IconName>> = {
  draft: "envelope-simple",
  held: "clock",
  open: "chat-circle-text",
  led: "handshake",
  ended: "check-circle",
  withdrawn: "arrow-left",
  expired: "clock",
};

interface StateProps {
  readonly asking: Pick<Asking, "state" | "ending">;
  readonly language: Language;
}

/** How it stands: a shape and a sentence. */
export function AskingState({ asking: { state, ending }, language }: StateProps) {
  const word = askingWords[language];
  return (
    <p class="icon-text">
      <Icon name={icons[state]} /> <strong>{ending === null ? word.states[state] : word.endings[ending]}</strong>
    </p>
  );
}

/** The beginning of a need, as its name. */
export const shortly = (need: string): string => {
  const [line = ""] = need.split("\n");
  return line.length > 90 ? `${line.slice(0, 88).replace(/\s+\S*$/, "")}…` : line;
};
