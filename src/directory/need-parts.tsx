import type { Language } from "../foundation/language.ts";
import { codesOf, label, type Need, needs } from "../hosts/vocabularies.ts";
import { TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import type { TermCode } from "../web/terms.ts";
import { TermsLine } from "../web/terms-line.tsx";
import type { ReadAnswers } from "./answers-form.ts";
import { needWords } from "./need-words.ts";
import { words } from "./questions-words.ts";
import { tools } from "./wishes.ts";

export interface FieldsProps {
  readonly language: Language;
  readonly read: ReadAnswers;
  readonly wrong: Wrong;
}

/** The first question: everything that an association may want to do, group by group, or what it wants to leave. */
export function NeedFields({ language, read, wrong }: FieldsProps) {
  const word = words[language].needs;
  const chosen = read.answers.needs;
  return (
    <>
      <fieldset class={wrong["need"] ? "fieldset field-wrong" : "fieldset"} id="need" aria-describedby="need-hint">
        <legend class="like-h3">{word.legend}</legend>
        <p class="field-hint" id="need-hint">
          {word.hint}
        </p>
        {wrong["need"] && (
          <p class="field-error">
            <Icon name="warning-circle" /> <span>{wrong["need"]}</span>
          </p>
        )}
        <div class="gap-above">
          {codesOf("needGroups").map((group) => (
            <Group group={group} chosen={chosen} language={language} />
          ))}
        </div>
      </fieldset>
      <LeaveField language={language} read={read} wrong={wrong} />
      <div class="stack stack-2">
        <p class="small">{word.libre}</p>
        <TermsLine codes={["libre", "gratis"]} language={language} />
      </div>
    </>
  );
}

function LeaveField({ language, read, wrong }: FieldsProps) {
  const word = words[language].needs;
  const { answers, typed } = read;
  // A tool that was understood comes back as it is called, what was not understood as it was typed.
  const value = wrong["leave"] ? typed.leave : answers.alternativeTo.join(", ");
  return (
    <>
      <TextField
        {...{ name: "leave", label: word.leave, hint: word.leaveHint, value, list: "tools", autocomplete: "off" }}
        {...(wrong["leave"] ? { wrong: wrong["leave"] } : {})}
      />
      <datalist id="tools">
        {tools.map((tool) => (
          <option value={tool} />
        ))}
      </datalist>
    </>
  );
}

interface GroupProps {
  readonly group: string;
  readonly chosen: readonly string[];
  readonly language: Language;
}

// What associations seldom ask for begins closed.
const seldom: readonly string[] = ["infrastructure", "equipment"];

function Group({ group, chosen, language }: GroupProps) {
  const own = needs.filter((need) => need.group === group);
  const open = !seldom.includes(group) || own.some(({ code }) => chosen.includes(code));
  return (
    <details class="more" open={open}>
      <summary>{label("needGroups", group, language)}</summary>
      <div class="stack">
        <div class="choices choices-2">
          {own.map((need) => (
            <NeedChoice need={need} checked={chosen.includes(need.code)} language={language} />
          ))}
        </div>
        <TermsLine codes={termsOf[group] ?? []} language={language} />
      </div>
    </details>
  );
}

/** The words of a group that are mixed up. */
const termsOf: Readonly<Record<string, readonly TermCode[]>> = {
  communication: ["newsletter", "mailing-list", "mail-provider", "mail-client", "fediverse"],
  collaboration: ["cloud", "pad", "wiki"],
  publication: ["site-engine", "host"],
  infrastructure: ["domain", "server", "backup"],
};

interface ChoiceProps {
  readonly need: Need;
  readonly checked: boolean;
  readonly language: Language;
}

function NeedChoice({ need, checked, language }: ChoiceProps) {
  const { code, note, alternativeTo } = need;
  return (
    <div>
      <label class="choice choice-plain">
        <input type="checkbox" name="need" value={code} checked={checked} />
        <span>
          <b>{need[language]}</b> <small>{needWords[language][code]}</small> {note && <small>{note[language]}</small>}{" "}
          {alternativeTo.length > 0 && (
            <small>
              <i>{words[language].needs.insteadOf(listWords(alternativeTo, language))}</i>
            </small>
          )}
        </span>
      </label>
    </div>
  );
}
