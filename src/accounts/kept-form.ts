import { z } from "zod";

/** A form that came after the session had ended: it travels through the sign-in page, and is kept nowhere here. */
export const KeptForm = z.strictObject({
  path: z
    .string()
    .regex(/^\/admin(\/[A-Za-z0-9_.~%/-]*)?(\?[^#\s]*)?$/)
    .max(2_000),
  entries: z
    .array(z.tuple([z.string(), z.string()]))
    .readonly()
    .readonly(),
  /** A file was attached, which cannot travel. */
  files: z.boolean(),
});
export type KeptForm = z.infer<typeof KeptForm>;

/** What goes along with somebody who enters: where to, and a form that they had sent too late. */
export interface Travel {
  readonly back: string;
  readonly kept: KeptForm | null;
}

/** What a form held, to be sent again. */
export function keepForm(path: string, form: Readonly<Record<string, unknown>>): KeptForm {
  const all = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const entries = all.filter((entry): entry is readonly [string, string] => typeof entry[1] === "string");
  return {
    path,
    entries: entries.map(([name, value]) => [name, value]),
    files: all.some(([, one]) => one instanceof File && one.size > 0),
  };
}

/** What the sign-in page carried; null when it is nothing that this site has made. */
export function readKeptForm(text: unknown): KeptForm | null {
  if (typeof text !== "string" || text === "") return null;
  try {
    return KeptForm.parse(JSON.parse(text));
  } catch {
    return null; // somebody wrote it by hand: nothing is carried on
  }
}
