import type { Child } from "hono/jsx";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { TextField, type TextFieldProps, type Wrong } from "../web/form-parts.tsx";
import { checkWords } from "./read-parts.tsx";
import type { RequestField } from "./request-form.ts";
import { words } from "./request-words.ts";
import type { Prefilled } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

export interface RequestFieldsProps {
  readonly language: Language;
  readonly sent: Sent;
  readonly wrong: Wrong;
  /** What was read in a sentence, if it was. */
  readonly read: Prefilled | null;
}

type Named = Exclude<RequestField, "needs">;

/** What was typed there; of several, the first. */
export const typedIn = ({ sent }: RequestFieldsProps, name: RequestField): string => sent[name]?.[0] ?? "";

/** What every field is shown with: its label, its hint, what was typed and what is wrong. */
export function of(props: RequestFieldsProps, name: Named) {
  const [label, hint] = words[props.language].labels[name] as readonly [string, string?];
  const wrong = props.wrong[name];
  const check = checkWords(props.read, name, props.language);
  return { name, label, value: typedIn(props, name), wrong, check, ...(hint === undefined ? {} : { hint }) };
}

/** Says beside a field that it may stay empty. */
export const optional = ({ language }: RequestFieldsProps) => ({ optional: shared[language].optional });

/** How a line of text is typed. */
export type More = Pick<TextFieldProps, "type" | "inputmode" | "width" | "maxlength">;

/** A field for an amount. */
export function amount(props: RequestFieldsProps, name: Named) {
  const facts: More = { inputmode: "decimal", width: "short" };
  return <TextField {...of(props, name)} {...facts} autocomplete="off" />;
}

interface FoldedProps extends RequestFieldsProps {
  readonly title: string;
  readonly names: readonly RequestField[];
  /** Open although nothing stands there yet. */
  readonly open?: boolean;
  readonly children: Child;
}

/** Fields that most leave empty; open where something stands in one of them, or is wrong there. */
export function Folded({ title, names, open = false, children, ...props }: FoldedProps) {
  const filled = names.some(
    (name) =>
      props.wrong[name] || props.read?.unsure.includes(name) || (props.sent[name] ?? []).some((text) => text !== ""),
  );
  return (
    <details class="more" open={open || filled}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}
