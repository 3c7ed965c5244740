import { words } from "./funding-words.ts";
import { Case, Sample, type SamplesProps } from "./sample-parts.tsx";

/** A few amounts to choose from: none chosen, one chosen. */
export function StripsSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].strips;
  return (
    <Sample frame={frame} id="amounts" title={word.title} text={word.text} sheets={["strips"]}>
      {([null, 1] as const).map((chosen) => (
        <fieldset class="fieldset">
          <legend>{chosen === null ? word.before : word.after}</legend>
          <div class="strips">
            {[...word.amounts, word.other].map((amount, index) => (
              <label>
                <input type="radio" name={`s-amount-${chosen}`} value={amount} checked={index === chosen} />
                <span>{amount}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </Sample>
  );
}

const cases = [
  { name: "kind", value: "shared-development", field: "only-development" },
  { name: "mode", value: "minimum-then-optimum", field: "only-optimum" },
  { name: "call", value: "some", field: "only-some" },
] as const;

/** Fields that one answer needs: shown with that answer, stepped back with another, and kept in sight while they are wrong. */
export function OnlySample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].only;
  return (
    <Sample frame={frame} id="only" title={word.title} text={word.text} sheets={["only"]}>
      <div class="grid">
        {cases.map(({ name, value, field }) => (
          <>
            <Case name={word.needed[name]}>
              <OnlyForm {...{ name, value, field, word, id: `s-${name}-needed` }} needed />
            </Case>
            <Case name={word.notNeeded}>
              <OnlyForm {...{ name, value, field, word, id: `s-${name}-other` }} />
            </Case>
          </>
        ))}
        <Case name={word.wrongCase}>
          <OnlyForm {...cases[0]} word={word} id="s-kind-wrong" wrong />
        </Case>
      </div>
    </Sample>
  );
}

interface OnlyFormProps {
  readonly name: (typeof cases)[number]["name"];
  readonly value: string;
  readonly field: string;
  readonly id: string;
  readonly word: (typeof words)["fr"]["only"];
  readonly needed?: boolean;
  readonly wrong?: boolean;
}

function OnlyForm({ name, value, field, id, word, needed = false, wrong = false }: OnlyFormProps) {
  return (
    <form method="get" action="#only">
      <div class="choices">
        {[value, "other"].map((one) => (
          <label class="choice choice-plain">
            <input type="radio" name={name} value={one} checked={(one === value) === needed} />
            <span>
              <b>{one === value ? word.answers[name] : word.other}</b>
            </span>
          </label>
        ))}
      </div>
      <div class={field}>
        <div class={wrong ? "field field-wrong" : "field"}>
          <label class="field-label" for={id}>
            {word.fields[name]}
          </label>
          {wrong && (
            <p class="field-error" id={`${id}-wrong`}>
              {word.wrong}
            </p>
          )}
          <input class="input input-middle" id={id} type="text" {...(wrong && { "aria-describedby": `${id}-wrong` })} />
        </div>
      </div>
    </form>
  );
}
