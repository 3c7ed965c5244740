import { z } from "zod";
import { type Day, dayOf } from "../foundation/day.ts";
import { isCode } from "../hosts/vocabularies.ts";
import type { Proposed } from "./changes.ts";
import type { OutsideAsked } from "./outside-changes.ts";
import { longestMessage, partnershipKinds } from "./partnership.ts";

/** What was typed into the form of a request, as it comes back where something is wrong. */
export interface TypedProposal {
  /** Actors of known hosts that were ticked. */
  readonly to: readonly string[];
  readonly address: string;
  readonly kind: string;
  readonly offered: readonly string[];
  readonly wanted: readonly string[];
  readonly message: string;
  readonly expires: string;
  readonly about: string;
  readonly shown: boolean;
}

/** The same for a host without a site of its own. */
export interface TypedOutside extends TypedProposal {
  readonly name: string;
  readonly email: string;
  readonly language: "fr" | "en";
}

type Body = Readonly<Record<string, unknown>>;

/** So many characters are read of a field, so that what is too long comes back whole. */
const read = 20_000;

const textOf = (body: Body, name: string): string => {
  const value = body[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first.slice(0, read) : "";
};

const listOf = (body: Body, name: string): readonly string[] =>
  [body[name]]
    .flat()
    .filter((one): one is string => typeof one === "string" && one !== "")
    .slice(0, 50);

export function readTyped(body: Body): TypedProposal {
  const roles = (name: string) => listOf(body, name).filter((code) => isCode("partnershipRoles", code));
  return {
    ...{ to: listOf(body, "to"), address: textOf(body, "address"), kind: textOf(body, "kind") },
    ...{ offered: roles("offered"), wanted: roles("wanted"), message: textOf(body, "message").trim() },
    ...{ expires: textOf(body, "expires").trim(), about: textOf(body, "about").trim() },
    shown: textOf(body, "shown") === "yes",
  };
}

export function readTypedOutside(body: Body): TypedOutside {
  const [name, email] = [textOf(body, "name").replaceAll(/\s+/g, " ").trim(), textOf(body, "email").trim()];
  return { ...readTyped(body), name, email, language: textOf(body, "language") === "en" ? "en" : "fr" };
}

/** The accounts and pages that were typed, one a line. */
export const addressesIn = ({ address }: TypedProposal): readonly string[] => [
  ...new Set(
    address
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

export type ProposalField = "kind" | "message" | "expires" | "about";

const Kind = z.enum(partnershipKinds);
const Expires = z.union([z.literal(""), z.iso.date()]);
const About = z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(2_048)]);

/** What is proposed, or the fields in which something is wrong. */
export function readProposal(typed: TypedProposal, now: Date): Proposed | readonly ProposalField[] {
  const [kind, expires, about] = [
    Kind.safeParse(typed.kind),
    Expires.safeParse(typed.expires),
    About.safeParse(typed.about),
  ];
  const wrong: ProposalField[] = [];
  if (!kind.success) wrong.push("kind");
  if (typed.message.length > longestMessage) wrong.push("message");
  if (!expires.success || (expires.data !== "" && expires.data < dayOf(now))) wrong.push("expires");
  if (!about.success) wrong.push("about");
  if (!kind.success || wrong.length > 0) return wrong;
  return {
    ...{ kind: kind.data, rolesOffered: typed.offered, rolesWanted: typed.wanted, message: typed.message },
    ...{ expires: endOf(typed.expires), about: typed.about === "" ? null : typed.about, shown: typed.shown },
  };
}

/** The same for a host without a site of its own. */
export function readOutside(
  typed: TypedOutside,
  now: Date,
): OutsideAsked | readonly (ProposalField | "name" | "email")[] {
  const proposed = readProposal({ ...typed, about: "" }, now);
  const wrong = [
    ...("kind" in proposed ? [] : proposed),
    ...(typed.name === "" || typed.name.length > 150 ? (["name"] as const) : []),
    ...(z.email().max(254).safeParse(typed.email).success ? [] : (["email"] as const)),
  ];
  if (!("kind" in proposed) || wrong.length > 0) return wrong;
  const { about: _, ...asked } = proposed;
  return { ...asked, name: typed.name, email: typed.email, language: typed.language };
}

/** The day is within it: until it ends. */
const endOf = (day: Day | ""): Date | null => (day === "" ? null : new Date(`${day}T23:59:59Z`));

/** A month is what people give each other, unless they say otherwise. */
export const usualExpiry = (now: Date): Day => dayOf(new Date(now.getTime() + 30 * 86_400_000));
