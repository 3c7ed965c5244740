import type { Context } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { type FundingRequest, isOver } from "../funding/funding.ts";
import { isPublic, takesPledges } from "../funding/life.ts";
import { findFunding } from "../funding/queries.ts";
import type { PledgeRefusal } from "../pledges/pledges.ts";
import { words as pledgeRefusals } from "../pledges/words.ts";
import type { Frame } from "../web/layout.tsx";
import { fieldOf, type PledgeFault, type PledgeField } from "./pledge-form.ts";
import { words } from "./pledge-words.ts";
import { sentFrom } from "./read-parts.tsx";
import { type Typed, typedOf } from "./reading.ts";
import type { ActingDeps, Prefilled } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

/** A request that everybody may read. */
export async function needPublic({ db }: Pick<ActingDeps, "db">, c: Context): Promise<FundingRequest> {
  const request = await findFunding(db, c.req.param("code") ?? "");
  if (request === null || !isPublic(request)) throw new NotFound();
  return request;
}

/** Faults as sentences, by field. */
export function faultWords(
  faults: Readonly<Partial<Record<PledgeField, PledgeFault>>>,
  language: Language,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, words[language].faults[fault]]));
}

/** A refusal beside its field, or on top where no field would mend it. */
export function refusalIn(reason: PledgeRefusal | "too-much-today", language: Language) {
  if (reason === "too-much-today") return { refused: shared[language].tooMuchToday };
  const [field, sentence] = [fieldOf(reason), pledgeRefusals[language].refusals[reason]];
  return field === null ? { refused: sentence } : { wrong: { [field]: sentence } };
}

/** What was read in a sentence, as the form shows it. */
export function typedFrom({ fields }: Prefilled, token: string): Typed {
  const given = Object.entries(fields).map(([name, value]) => [name, [value].flat()] as const);
  return { ...typedOf(Object.fromEntries(given)), ...sentFrom(token) };
}

/** Why nothing can be promised at the moment, before somebody fills in a form for nothing. */
export function refusalOf(request: FundingRequest, now: Date, language: Language): string | null {
  const said = pledgeRefusals[language].refusals;
  if (!takesPledges(request.state)) return said["not-open"];
  if (isOver(request, now)) return said["deadline-passed"];
  return request.asked === null ? null : said["being-confirmed"];
}

/** What a promise is, and what it is not. */
export function IsAside({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language].is;
  return (
    <aside class="sheet stack" aria-labelledby="is">
      <h2 class="like-h4" id="is">
        {word.title}
      </h2>
      <ol class="steps">
        {word.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </aside>
  );
}
