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

/** In characters. */
export const shortestPassword = 12;
const longestPassword = 1_000;

/** Why a password cannot be taken, or null when it can. */
export function refusalOfPassword(password: string, email: string): PasswordRefusal | null {
  const plain = password.toLowerCase();
  const characters = [...password];
  if (characters.length < shortestPassword) return "password-too-short";
  if (characters.length > longestPassword) return "password-too-long";
  if (new Set(plain).size < 5) return "password-known";
  const core = plain.replace(/[^a-z]/g, "");
  return knownPasswords.includes(plain) || knownWords.includes(core) || plain === email.toLowerCase()
    ? "password-known"
    : null;
}

/** What is tried first by those who guess. */
const knownPasswords: readonly string[] = [
  "123456789012",
  "1234567890123",
  "12345678901234",
  "0123456789ab",
  "1q2w3e4r5t6y",
  "1qaz2wsx3edc",
  "q1w2e3r4t5y6",
  "a1z2e3r4t5y6",
  "abcd12345678",
  "correcthorsebatterystaple",
];

/** Known words stay known with figures and signs around them. */
const knownWords: readonly string[] = [
  ...["password", "passwordpassword", "motdepasse", "motdepassemotdepasse", "monmotdepasse", "mypassword"],
  ...["azerty", "azertyuiop", "azertyuiopqsdfghjklm", "qwerty", "qwertyuiop", "qwertyuiopasdfghjklzxcvbnm", "qwertz"],
  ...["admin", "administrator", "administrateur", "adminadmin", "root", "changeme", "changemenow", "changezmoi"],
  ...[
    "letmein",
    "letmeinplease",
    "welcome",
    "bienvenue",
    "iloveyou",
    "jetaime",
    "abcdefghijkl",
    "abcdefghijklmnopqrstuvwxyz",
  ],
  ...["essaim", "essaimessaim", "association", "hebergeur", "bonjour", "bonjourbonjour", "soleil", "doudou", "secret"],
];
