import { z } from "zod";
import { readPlace, territoryOf } from "../directory/place-asked.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { readIdentifier } from "../hosts/identifiers.ts";
import type { Association } from "./associations.ts";

/** The longest texts that are taken, in characters; and, so that what is too long comes back whole, that are read. */
export const longest = { name: 150, presentation: 2_000, sector: 100, reason: 1_000, read: 10_000 };

const oneLine = z.string().transform((text) => text.replaceAll(/[\p{Cc}\p{Z}]+/gu, " ").trim());
const name = oneLine.pipe(z.string().min(1, "name-missing").max(longest.name, "name-too-long"));
const presentation = z.string().trim().max(longest.presentation, "presentation-too-long");

export type RegisteredField = "name" | "email" | "presentation" | "password";
export type ProfileField = "name" | "presentation" | "territory" | "sector" | "rna" | "siret" | "website" | "public";
export type FieldRefusal =
  | "name-missing"
  | "name-too-long"
  | "presentation-missing"
  | "presentation-too-long"
  | "email-malformed"
  | "territory-unknown"
  | "territory-many"
  | "sector-too-long"
  | "rna-malformed"
  | "siret-malformed"
  | "website-malformed";

/** Why fields cannot be taken, by their names. */
export type FieldRefusals<Field extends string> = Readonly<Partial<Record<Field, FieldRefusal>>>;

/** What an association says of itself when it registers. */
export interface Registered {
  readonly name: string;
  readonly email: string;
  readonly presentation: string;
}

const RegisteredShape = z.object({
  name,
  email: z.string().trim().pipe(z.email("email-malformed").max(254, "email-malformed")),
  presentation: presentation.pipe(z.string().min(1, "presentation-missing")),
});

export function readRegistered(
  typed: Readonly<Record<RegisteredField, string>>,
): Outcome<Registered, FieldRefusals<RegisteredField>> {
  const read = RegisteredShape.safeParse(typed);
  return read.success ? done(read.data) : refused(refusalsIn(read.error));
}

/** What an association may change of itself. */
export type Profile = Pick<
  Association,
  "name" | "presentation" | "territory" | "sector" | "rna" | "siret" | "website" | "public"
>;

const orNothing = <Value>(text: string, read: (text: string) => Value): Value | null =>
  text.trim() === "" ? null : read(text.trim());

const identifier = (scheme: "rna" | "siret") =>
  z.string().transform((text, context) => {
    const value = orNothing(text, (typed) => readIdentifier(scheme, typed));
    if (value === null && text.trim() !== "") context.addIssue({ code: "custom", message: `${scheme}-malformed` });
    return value;
  });

const website = z.string().transform((text, context) => {
  const value = orNothing(text, (typed) => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`));
  if (
    value === null ||
    z
      .url({ protocol: /^https?$/, hostname: /\./ })
      .max(500)
      .safeParse(value).success
  )
    return value;
  context.addIssue({ code: "custom", message: "website-malformed" });
  return null;
});

const territoryIn = (language: Language) =>
  z.string().transform((text, context) => {
    const asked = readPlace(text, language);
    if (asked === null) return null;
    const [first = null, ...others] = asked.meant;
    if (others.length > 0 && territoryOf(asked) === null)
      context.addIssue({ code: "custom", message: "territory-many" });
    if (first === null) context.addIssue({ code: "custom", message: "territory-unknown" });
    return first;
  });

const ProfileShape = (language: Language) =>
  z.object({
    name,
    presentation,
    territory: territoryIn(language),
    sector: oneLine
      .pipe(z.string().max(longest.sector, "sector-too-long"))
      .transform((text) => (text === "" ? null : text)),
    rna: identifier("rna"),
    siret: identifier("siret"),
    website,
    public: z.string().transform((text) => text !== ""),
  });

/** Reads a profile as its form sends it; a place is read as people write it. */
export function readProfile(
  typed: Readonly<Record<ProfileField, string>>,
  language: Language,
): Outcome<Profile, FieldRefusals<ProfileField>> {
  const read = ProfileShape(language).safeParse(typed);
  return read.success ? done(read.data) : refused(refusalsIn(read.error));
}

function refusalsIn(error: z.ZodError): FieldRefusals<string> {
  return Object.fromEntries(
    error.issues.toReversed().map(({ path, message }) => [String(path[0]), message as FieldRefusal]),
  );
}

/** What somebody of the host tells an association when it refuses or closes it. */
export const Reason = z.string().trim().min(1).max(longest.reason);
