import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words as pageWords } from "../web/words.ts";
import { words } from "./desk-words.ts";

export interface SettingsPageProps {
  readonly frame: DeskFrame;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** Within how many days the host answers, and how long it keeps requests. */
export function SettingsPage({ frame, typed, wrong }: SettingsPageProps) {
  const word = words[frame.language].settingsPage;
  const of = (name: "answerDays" | "keptMonths") => ({
    ...{ name, label: word[name], hint: word[`${name}Hint`], value: typed[name] ?? "", wrong: wrong[name] },
    ...{ inputmode: "numeric" as const, width: "short" as const },
  });
  return (
    <DeskLayout frame={frame} title={word.title} here="requests">
      <nav class="breadcrumb" aria-label={pageWords[frame.language].breadcrumb}>
        <ol>
          <li>
            <a href="/admin/requests">{words[frame.language].title}</a>
          </li>
          <li>
            <span aria-current="page">{word.title}</span>
          </li>
        </ol>
      </nav>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <h1 class="like-h2">{word.title}</h1>
      <form method="post" action="/admin/requests/settings" novalidate>
        <TextField {...of("answerDays")} optional={deskWords[frame.language].optional} />
        <TextField {...of("keptMonths")} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.save} <Icon name="check" />
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}
