import { readFilters } from "../directory/filters.ts";
import { searchWords } from "../directory/search-words.ts";
import { type Frame, Layout } from "../web/layout.tsx";
import { words } from "./words.ts";

/** Where somebody stands with the letters of one search. */
export type MailStep = "confirm" | "confirmed" | "end" | "ended" | "gone";

export interface MailPageProps {
  readonly frame: Frame;
  readonly step: MailStep;
  /** The path of the links of this reader, without its last part. */
  readonly base: string;
  /** The search as a query; null once it is not known any more. */
  readonly search: string | null;
}

/** What the links in letters open: confirm, or stop. */
export function MailPage({ frame, step, base, search }: MailPageProps) {
  const word = words[frame.language].letters;
  const title = word[`${step}Title`];
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{title}</h1>
        {search !== null && <p class="lead">{searchWords(readFilters(new URLSearchParams(search)), frame.language)}</p>}
        <p>{word[`${step}Text`]}</p>
        {step === "confirm" && <Button action={`${base}/confirmation`} label={word.confirm} main />}
        {step === "confirm" && <Button action={`${base}/end`} label={word.notMe} />}
        {step === "end" && <Button action={`${base}/end`} label={word.end} main />}
        {step === "confirmed" && (
          <p>
            <a href={`${base}/end`}>{word.endTitle}</a>
          </p>
        )}
        {(step === "ended" || step === "gone") && (
          <p>
            <a class="button" href="/directory">
              {word.toDirectory}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}

interface ButtonProps {
  readonly action: string;
  readonly label: string;
  readonly main?: boolean;
}

function Button({ action, label, main = false }: ButtonProps) {
  return (
    <form method="post" action={action}>
      <button class={main ? "button button-main" : "button button-quiet"} type="submit">
        {label}
      </button>
    </form>
  );
}
