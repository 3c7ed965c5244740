import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { codesOf, label, needs } from "./vocabularies.ts";

interface NeedChoicesProps {
  readonly legend: Child;
  readonly hint: string;
  readonly chosen: readonly string[];
  readonly wrong?: string | undefined;
  readonly language: Language;
}

/** All needs to tick, folded by group; open where something is ticked. */
export function NeedChoices({ legend, hint, chosen, wrong, language }: NeedChoicesProps) {
  return (
    <fieldset class={wrong ? "fieldset field-wrong" : "fieldset"} id="needs" aria-describedby="needs-hint">
      <legend>{legend}</legend>
      <p class="field-hint" id="needs-hint">
        {hint}
      </p>
      {wrong && (
        <p class="field-error" id="needs-error">
          <Icon name="warning-circle" /> <span>{wrong}</span>
        </p>
      )}
      {codesOf("needGroups").map((group) => (
        <NeedGroup {...{ group, chosen, language }} />
      ))}
    </fieldset>
  );
}

function NeedGroup({
  group,
  chosen,
  language,
}: Pick<NeedChoicesProps, "chosen" | "language"> & { readonly group: string }) {
  const own = needs.filter((need) => need.group === group);
  const ticked = own.filter(({ code }) => chosen.includes(code)).length;
  if (own.length === 0) return null;
  return (
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
}
