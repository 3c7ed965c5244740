import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import { Marks, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { AskFieldsProps } from "./ask-form-parts.tsx";
import { words } from "./ask-words.ts";
import type { ChosenHost } from "./choosing.ts";
import { hostsAsked, roles } from "./together.ts";
import { words as sharedWords } from "./words.ts";

/** Whom to ask, what each could take on, and one more. */
export function HostFields(props: AskFieldsProps) {
  const { language, hosts, sent, wrong, known, unsure } = props;
  const word = words[language];
  const ticked = sent["host"] ?? [];
  const hint = word.hostsHint(hostsAsked.least, hostsAsked.most);
  return (
    <div class="stack stack-5">
      <fieldset class={wrong["host"] ? "fieldset field-wrong" : "fieldset"} id="host" aria-describedby="host-hint">
        <legend>
          {word.labels.host} <Marks check={unsure.includes("host") ? word.check : undefined} />
        </legend>
        <p class="field-hint" id="host-hint">
          {hint} <a href="/directory">{word.findHosts}</a>
        </p>
        {wrong["host"] && (
          <p class="field-error" id="host-error">
            <Icon name="warning-circle" /> <span>{wrong["host"]}</span>
          </p>
        )}
        {hosts.length === 0 && <p class="soft">{word.noHosts}</p>}
        <div class="stack gap-above">
          {hosts.map((host) => (
            <ChosenFields host={host} ticked={ticked.includes(host.key)} sent={sent} language={language} />
          ))}
        </div>
      </fieldset>
      <AddHost wrong={wrong["others"]} typed={sent} known={known} language={language} />
    </div>
  );
}

interface ChosenProps {
  readonly host: ChosenHost;
  readonly ticked: boolean;
  readonly sent: Sent;
  readonly language: Language;
}

function ChosenFields({ host: { key, draft }, ticked, sent, language }: ChosenProps) {
  const word = words[language];
  const chosen = sent["roles"] ?? [];
  const shown = (sent["listed"] ?? []).includes(key);
  const has = (role: string) => (shown ? chosen.includes(`${key} ${role}`) : draft.roles.includes(role));
  const outside = draft.way === "email" || draft.way === "fediverse";
  return (
    <div class="sheet stack stack-3">
      <input type="hidden" name="listed" value={key} />
      <label class="option">
        <input type="checkbox" name="host" value={key} checked={ticked} />
        <span>
          {draft.name} <small>{outside ? `${key}, ${word.outside}` : key}</small>
        </span>
      </label>
      <details class="more">
        <summary>{word.rolesOf(draft.name)}</summary>
        <fieldset class="fieldset">
          <legend class="small">{word.rolesHint}</legend>
          <div class="options">
            {roles
              .filter((role) => role !== "lead")
              .map((role) => (
                <label class="option">
                  <input type="checkbox" name="roles" value={`${key} ${role}`} checked={has(role)} />
                  <span>{label("partnershipRoles", role, language)}</span>
                </label>
              ))}
          </div>
        </fieldset>
      </details>
    </div>
  );
}

interface AddProps {
  readonly wrong: string | undefined;
  readonly typed: Sent;
  readonly known: AskFieldsProps["known"];
  readonly language: Language;
}

/** One more host, known here or not: it joins the list without anything that was typed being lost. */
function AddHost({ wrong, typed, known, language }: AddProps) {
  const word = words[language];
  return (
    <div>
      <datalist id="known-hosts">
        {known.map(({ key, name }) => (
          <option value={key}>{name}</option>
        ))}
      </datalist>
      <TextField
        {...{ name: "others", label: word.labels.others, hint: word.hints.others, wrong, list: "known-hosts" }}
        value={typed["others"]?.[0] ?? ""}
        autocomplete="off"
      />
      <TextField
        {...{ name: "otherName", label: word.otherName, optional: sharedWords[language].optional }}
        value={typed["otherName"]?.[0] ?? ""}
        autocomplete="off"
      />
      <p class="gap-above">
        <button class="button" type="submit" name="do" value="add">
          <Icon name="plus" /> {word.add}
        </button>
      </p>
    </div>
  );
}
