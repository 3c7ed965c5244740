import type { Language } from "../foundation/language.ts";
import { type AccountRefusal, shortestPassword } from "./account.ts";

const fr = {
  refusals: {
    "password-too-short": `Ce mot de passe est trop court. Prenez au moins ${shortestPassword} caractères ; une phrase fait très bien.`,
    "password-too-long": "Ce mot de passe est trop long. Mille caractères suffisent.",
    "password-known":
      "Ce mot de passe est de ceux que l’on essaie en premier. Prenez plutôt quelques mots sans lien entre eux.",
    "email-malformed": "Cette adresse de courriel n’est pas complète. Par exemple ada@exemple.org.",
    "email-taken": "Cette adresse de courriel a déjà un compte ici.",
  } satisfies Record<AccountRefusal, string>,
};

const en: typeof fr = {
  refusals: {
    "password-too-short": `This password is too short. Take at least ${shortestPassword} characters; a sentence does very well.`,
    "password-too-long": "This password is too long. A thousand characters are enough.",
    "password-known": "This password is one of those that are tried first. Take a few unrelated words instead.",
    "email-malformed": "This e-mail address is not complete. For example ada@example.org.",
    "email-taken": "This e-mail address has an account here already.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
