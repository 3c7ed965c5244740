import { done, type Outcome } from "../foundation/outcome.ts";
import type { HostProfile } from "./host.ts";
import type { Kind, Speech, WhyNot } from "./profile-kinds.ts";

/** What a form holds or has sent: the values of each field, by its name. */
export type Sent = Readonly<Record<string, readonly string[]>>;

/** One field that several places fit: which of them is meant? */
export interface Question {
  readonly typed: string;
  /** Codes of places. */
  readonly matches: readonly string[];
}

/** What was read from a form: the profile as it would then be, and what is wrong or to be asked, by the names of the fields. */
export interface ReadForm {
  readonly profile: HostProfile;
  readonly wrong: Readonly<Record<string, WhyNot>>;
  readonly questions: Readonly<Record<string, readonly Question[]>>;
}

/**
 * One part of a profile as fields of a form, both ways. A field that the form lacks, or that comes back as it was shown,
 * leaves what is stored as it is: what an import brought is not bent by a form that cannot show it whole.
 */
export interface Part {
  show(profile: HostProfile, speech: Speech): Sent;
  read(sent: Sent, profile: HostProfile, speech: Speech): ReadForm;
}

export const untouched = (profile: HostProfile): ReadForm => ({ profile, wrong: {}, questions: {} });

/** Shows all parts in one form. */
export function showParts(parts: readonly Part[], profile: HostProfile, speech: Speech): Sent {
  return Object.assign({}, ...parts.map((part) => part.show(profile, speech)));
}

/** Reads all parts of one form; what is wrong in one keeps nothing of it, and the others are read all the same. */
export function readParts(parts: readonly Part[], sent: Sent, profile: HostProfile, speech: Speech): ReadForm {
  return parts.reduce((read: ReadForm, part) => {
    const next = part.read(sent, read.profile, speech);
    return {
      profile: next.profile,
      wrong: { ...read.wrong, ...next.wrong },
      questions: { ...read.questions, ...next.questions },
    };
  }, untouched(profile));
}

/** Where in a profile something is, and how it is put there. */
export interface Place<Value> {
  readonly name: string;
  of(profile: HostProfile): Value;
  into(profile: HostProfile, value: Value): HostProfile;
}

/** A place of its own in a profile. */
export function own<Name extends keyof HostProfile>(name: Name): Place<HostProfile[Name]> {
  return { name, of: (profile) => profile[name], into: (profile, value) => ({ ...profile, [name]: value }) };
}

/** One field. */
export function one<Value>({ name, of, into }: Place<Value>, kind: Kind<Value>): Part {
  return {
    show: (profile, speech) => ({ [name]: [kind.show(of(profile), speech)] }),
    read(sent, profile, speech) {
      const read = readField(sent[name]?.[0], of(profile), kind, speech);
      return read.done
        ? { ...untouched(profile), profile: into(profile, read.value) }
        : { ...untouched(profile), wrong: { [name]: read.reason } };
    },
  };
}

/** Several boxes to tick; an empty value among them says that the form had them, even with none ticked. */
export function several<Code extends string>(
  { name, of, into }: Place<readonly Code[]>,
  known: readonly Code[],
  check: (ticked: readonly Code[], before: HostProfile) => WhyNot | null = () => null,
): Part {
  return {
    show: (profile) => ({ [name]: of(profile) }),
    read(sent, profile) {
      const values = sent[name];
      if (values === undefined) return untouched(profile);
      const before = of(profile);
      // What stays keeps its order; a code that is not ours can be taken away and not added.
      const ticked = [
        ...before.filter((code) => values.includes(code)),
        ...known.filter((code) => values.includes(code) && !before.includes(code)),
      ];
      const reason = check(ticked, profile);
      return reason === null
        ? { ...untouched(profile), profile: into(profile, ticked) }
        : { ...untouched(profile), wrong: { [name]: reason } };
    },
  };
}

/** Reads one field; `typed` is undefined where the form lacks it. */
export function readField<Value>(
  typed: string | undefined,
  before: Value,
  kind: Kind<Value>,
  speech: Speech,
): Outcome<Value, WhyNot> {
  if (typed === undefined || tidy(typed) === tidy(kind.show(before, speech))) return done(before);
  return kind.read(tidy(typed), speech);
}

/** A text as people mean it: browsers send other line ends than they were given, and drop those of a single line. */
export function tidy(typed: string): string {
  return typed.replaceAll(/\r\n?/g, "\n").trim();
}
