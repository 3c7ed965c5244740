import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./compare-words.ts";

/** What an offer says to one point. */
export interface Cell {
  /** Two that say the same have the same. */
  readonly same: string;
  readonly shown: Child;
}

/** Whether it is so: a sign and a word. */
export function yesOrNo(yes: boolean, language: Language): Cell {
  const word = words[language];
  return {
    same: String(yes),
    shown: (
      <span class={yes ? "icon-text" : "icon-text soft"}>
        <Icon name={yes ? "check" : "x"} />
        <span>{yes ? word.yes : word.no}</span>
      </span>
    ),
  };
}

/** Words of this site. */
export function plain(text: string | null, language: Language): Cell {
  return text === null || text === "" ? nothingWritten(language) : { same: text, shown: text };
}

/** What a host wrote, in its language, each by itself; what is not written is said to be so. */
export function written(texts: readonly (string | null)[], said: string, language: Language): Cell {
  const given = texts.flatMap((text) => (text === null || text === "" ? [] : [text]));
  const [only, ...more] = given;
  if (only === undefined) return nothingWritten(language);
  const lang = spoken(said, language);
  const shown =
    more.length === 0 ? (
      <span {...lang}>{only}</span>
    ) : (
      <ul class="list" {...lang}>
        {given.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    );
  return { same: given.join("\n"), shown };
}

function nothingWritten(language: Language): Cell {
  return { same: "", shown: <span class="soft">{words[language].unwritten}</span> };
}
