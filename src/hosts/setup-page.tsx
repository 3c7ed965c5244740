import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { words } from "./setup-words.ts";

export type SetupField = "name" | "handle" | "email" | "password";

export interface SetupPageProps {
  readonly frame: Frame;
  readonly token: string;
  /** What was typed before; the password is never shown again. */
  readonly typed: Readonly<Partial<Record<SetupField, string>>>;
  readonly refusals: Readonly<Partial<Record<SetupField, string>>>;
}

const fields: readonly { readonly field: SetupField; readonly type: string; readonly autocomplete: string }[] = [
  { field: "name", type: "text", autocomplete: "organization" },
  { field: "handle", type: "text", autocomplete: "off" },
  { field: "email", type: "email", autocomplete: "email" },
  { field: "password", type: "password", autocomplete: "new-password" },
];

/** Where the first person at a new site says whose it is. */
export function SetupPage({ frame, token, typed, refusals }: SetupPageProps) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <Refusals title={word.wrong(Object.keys(refusals).length)} refusals={refusals} />
        <form method="post" action="/admin/setup" novalidate>
          <input type="hidden" name="token" value={token} />
          {fields.map((field) => (
            <Field {...field} frame={frame} value={typed[field.field] ?? ""} refusal={refusals[field.field] ?? null} />
          ))}
          <p class="form-end gap-above">
            <button class="button button-main" type="submit">
              {word.submit} <Icon name="arrow-right" />
            </button>
          </p>
        </form>
      </div>
    </Layout>
  );
}

function Refusals({ title, refusals }: Pick<SetupPageProps, "refusals"> & { readonly title: string }) {
  const wrong = Object.entries(refusals);
  if (wrong.length === 0) return null;
  return (
    <div class="error-summary" role="alert">
      <h2>{title}</h2>
      <ul class="plain">
        {wrong.map(([field, reason]) => (
          <li>
            <a href={`#${field}`}>{reason}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly frame: Frame;
  readonly field: SetupField;
  readonly type: string;
  readonly autocomplete: string;
  readonly value: string;
  readonly refusal: string | null;
}

function Field({ frame, field, type, autocomplete, value, refusal }: FieldProps) {
  const word = words[frame.language];
  const hint = field === "handle" ? word.handleHint(new URL(frame.origin).host) : word[`${field}Hint`];
  const wrong = refusal !== null;
  const described = wrong ? `${field}-hint ${field}-error` : `${field}-hint`;
  return (
    <div class={wrong ? "field field-wrong" : "field"}>
      <label class="field-label" for={field}>
        {word[field]}
      </label>
      <p class="field-hint" id={`${field}-hint`}>
        {hint}
      </p>
      <input
        {...{
          class: "input",
          id: field,
          name: field,
          type,
          autocomplete,
          required: true,
          "aria-describedby": described,
        }}
        {...(type === "password" ? {} : { value })}
        {...(wrong ? { "aria-invalid": "true" } : {})}
      />
      {wrong && (
        <p class="field-error" id={`${field}-error`}>
          <Icon name="warning-circle" /> <span>{refusal}</span>
        </p>
      )}
    </div>
  );
}
