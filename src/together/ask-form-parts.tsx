import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { codesOf, label, needs } from "../hosts/vocabularies.ts";
import { Choices, Field, Marks, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./ask-words.ts";
import type { ChosenHost } from "./choosing.ts";
import type { AskField } from "./form.ts";
import { hostsAsked, roles } from "./together.ts";
import { words as sharedWords } from "./words.ts";

export interface AskFieldsProps {
  readonly language: Language;
  readonly sent: Sent;
  readonly wrong: Wrong;
  /** The names of the fields that were not surely understood in a sentence. */
  readonly unsure: readonly string[];
  readonly hosts: readonly ChosenHost[];
  /** What known hosts are called in the form. */
  readonly known: readonly { readonly key: string; readonly name: string }[];
}

const typedIn = ({ sent }: AskFieldsProps, name: AskField): string => sent[name]?.[0] ?? "";

function of(props: AskFieldsProps, name: AskField) {
  const word = words[props.language];
  const hints: Readonly<Record<string, string>> = word.hints;
  const hint = hints[name];
  const check = props.unsure.includes(name) ? word.check : undefined;
  return {
    ...{ name, label: word.labels[name], value: typedIn(props, name), wrong: props.wrong[name], check },
    ...(hint !== undefined && { hint }),
  };
}

/** What is needed, where, for how many, for how much, by when. */
export function NeedFields(props: AskFieldsProps) {
  const optional = { optional: sharedWords[props.language].optional };
  const options = ["once", "month", "year"].map((value) => ({
    value,
    label: sharedWords[props.language].periods[value] ?? value,
  }));
  return (
    <div>
      <TextArea {...of(props, "need")} rows={6} required />
      <NeedChoices {...props} />
      <TextField {...of(props, "place")} {...optional} />
      <TextField {...of(props, "people")} {...optional} inputmode="numeric" width="short" />
      <TextField {...of(props, "budget")} {...optional} inputmode="decimal" width="short" />
      <SelectField {...of(props, "period")} value={typedIn(props, "period") || "year"} options={options} />
      <TextField {...of(props, "wished")} {...optional} type="date" width="middle" />
    </div>
  );
}

/** All needs by group, folded; open where something is ticked. */
function NeedChoices({ language, sent, unsure }: AskFieldsProps) {
  const word = words[language];
  const chosen = sent["needs"] ?? [];
  return (
    <fieldset class="fieldset" id="needs" aria-describedby="needs-hint">
      <legend>
        {word.labels.needs}{" "}
        <Marks optional={sharedWords[language].optional} check={unsure.includes("needs") ? word.check : undefined} />
      </legend>
      <p class="field-hint" id="needs-hint">
        {word.hints.needs}
      </p>
      {codesOf("needGroups").map((group) => {
        const own = needs.filter((need) => need.group === group);
        const ticked = own.filter(({ code }) => chosen.includes(code)).length;
        return own.length === 0 ? null : (
          <details class="more" open={ticked > 0}>
            <summary>
              {label("needGroups", group, language)} {ticked > 0 && <span class="count">{ticked}</span>}
            </summary>
            <div class="options">
              {own.map(({ code }) => (
                <label class="option">
                  <input type="checkbox" name="needs" value={code} checked={chosen.includes(code)} />
                  <span>{label("needs", code, language)}</span>
                </label>
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

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

/** Who asks, and how to reach them. */
export function ReachFields(props: AskFieldsProps) {
  const word = words[props.language];
  return (
    <div>
      <TextField {...of(props, "name")} autocomplete="organization" required />
      <Field {...of(props, "contact")}>
        <input
          class="input"
          {...{ id: "contact", name: "contact", value: typedIn(props, "contact"), required: true }}
          {...(props.wrong["contact"] ? { "aria-invalid": "true" as const } : {})}
          aria-describedby={props.wrong["contact"] ? "contact-hint contact-error" : "contact-hint"}
        />
      </Field>
      <p class="small soft gap-above">{word.privacy}</p>
    </div>
  );
}

/** For somebody who has shown nothing yet: with an account, or by letter. */
export function WhoFields(props: AskFieldsProps & { readonly mails: boolean }) {
  const word = words[props.language];
  const ways = props.mails ? (["account", "email"] as const) : (["account"] as const);
  const options = ways.map((value) => ({ value, label: word.who[value][0] ?? "", hint: word.who[value][1] ?? "" }));
  const chosen = props.sent["who"]?.[0] ?? "account";
  return (
    <div>
      <Choices {...{ name: "who", label: word.whoTitle, type: "radio", chosen: [chosen], options }} />
      {props.mails && (
        <TextField
          {...of(props, "email")}
          optional={sharedWords[props.language].optional}
          type="email"
          inputmode="email"
          autocomplete="email"
        />
      )}
    </div>
  );
}
