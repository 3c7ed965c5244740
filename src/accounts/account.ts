import { isKnown } from "./known-passwords.ts";

export type Role = "administrator" | "editor" | "reader";

/** Someone who signs in for this host. */
export interface Account {
  readonly id: string;
  /** How colleagues call them; empty until they said. */
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly created: Date;
}

export type PasswordRefusal = "password-too-short" | "password-too-long" | "password-known";

export type AccountRefusal = PasswordRefusal | "email-malformed" | "email-taken";

export type ResetRefusal = PasswordRefusal | "account-unknown";

export type NameRefusal = "name-missing" | "name-too-long";

/** In characters. */
export const shortestPassword = 12;
const longestPassword = 1_000;
const longestName = 100;

/** Why a name cannot be taken, or null when it can. */
export function refusalOfName(name: string): NameRefusal | null {
  if (name.trim() === "") return "name-missing";
  return [...name.trim()].length > longestName ? "name-too-long" : null;
}

/** Why a password cannot be taken, or null when it can. Length and a list: no rule of which signs it must hold. */
export function refusalOfPassword(password: string, email: string): PasswordRefusal | null {
  const characters = [...password];
  if (characters.length < shortestPassword) return "password-too-short";
  if (characters.length > longestPassword) return "password-too-long";
  return isKnown(password, email) ? "password-known" : null;
}
