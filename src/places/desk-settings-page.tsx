import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
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
      <Breadcrumb
        language={frame.language}
        ways={[{ href: "/admin/requests", label: words[frame.language].title }]}
        here={word.title}
      />
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
