import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { words } from "./words.ts";

/** Why a public form is not taken: a robot seems to have filled it in, or it was opened too long ago or elsewhere. */
export type SealRefusal = "robot" | "stale";

/** What a public form carries: an id that nobody can guess, and when it was opened; for one `subject`, under this site's secret. */
export function sealForm(secret: Secret, subject: string, now: Date): string {
  const plain = `${now.getTime().toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${plain}.${secret.digest(purpose, `${subject} ${plain}`)}`;
}

/** The id of a form that came back, if a person can have filled it in: not within a moment, and no field that nobody sees. */
export function readSeal(
  secret: Secret,
  subject: string,
  form: Readonly<Record<string, unknown>>,
  now: Date,
): Outcome<string, SealRefusal> {
  if (String(form[trap] ?? "") !== "") return refused("robot");
  const [, plain = "", opened = "", id = "", seal = ""] =
    /^(([0-9a-z]{1,10})\.([\w-]{22}))\.([\w-]{43})$/.exec(String(form[sealName] ?? "")) ?? [];
  if (!same(seal, secret.digest(purpose, `${subject} ${plain}`))) return refused("stale");
  const age = now.getTime() - Number.parseInt(opened, 36);
  if (age > longest) return refused("stale");
  return age < shortest ? refused("robot") : done(id);
}

interface SealFieldsProps {
  readonly seal: string;
  readonly language: Language;
  /** Of the trap, where a page has several such forms. */
  readonly id?: string;
}

/** The hidden parts of such a form. The trap is hidden from everybody: eyes, the keyboard, and what reads pages aloud. */
export function SealFields({ seal, language, id = trap }: SealFieldsProps) {
  return (
    <>
      <input type="hidden" name={sealName} value={seal} />
      <div class="trap">
        <label for={id}>{words[language].trap}</label>
        <input id={id} name={trap} tabindex={-1} autocomplete="off" />
      </div>
    </>
  );
}

/** The name of the field that holds the seal. */
export const sealName = "form";

const purpose = "public-form";
const trap = "website";
const shortest = 3_000;
const longest = 86_400_000;

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
