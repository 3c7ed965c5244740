import type { Language } from "../foundation/language.ts";
import { type AccountRefusal, type ResetRefusal, type Role, shortestPassword } from "./account.ts";
import type { TokenScope } from "./tokens.ts";

const fr = {
  roles: {
    administrator: "Administratrice ou administrateur",
    editor: "Rédactrice ou rédacteur",
    reader: "Lectrice ou lecteur",
  } satisfies Record<Role, string>,
  scopes: {
    read: "Lire",
    offers: "Modifier les offres et les disponibilités",
    admin: "Tout faire",
  } satisfies Record<TokenScope, string>,
  refusals: {
    "email-malformed": "Cette adresse électronique est incomplète. Elle s’écrit comme nom@exemple.org.",
    "email-taken": "Cette adresse a déjà un compte. Prenez-en une autre, ou connectez-vous.",
    "account-unknown": "Personne n’a de compte ici avec cette adresse. Vérifiez-la dans la liste des comptes.",
    "password-too-short": `Ce mot de passe est trop court. Il lui faut au moins ${shortestPassword} caractères\u00a0: quelques mots sans lien entre eux conviennent.`,
    "password-too-long": "Ce mot de passe est trop long. Mille caractères suffisent.",
    "password-known": "Ce mot de passe se devine vite. Prenez quelques mots sans lien entre eux.",
  } satisfies Record<AccountRefusal | ResetRefusal, string>,
};

const en: typeof fr = {
  roles: { administrator: "Administrator", editor: "Editor", reader: "Reader" },
  scopes: { read: "Read", offers: "Change offers and availability", admin: "Do everything" },
  refusals: {
    "email-malformed": "This e-mail address is incomplete. It is written like name@example.org.",
    "email-taken": "This address already has an account. Take another one, or sign in.",
    "account-unknown": "Nobody has an account here with this address. Look for it in the list of accounts.",
    "password-too-short": `This password is too short. It needs at least ${shortestPassword} characters: a few unrelated words do well.`,
    "password-too-long": "This password is too long. A thousand characters are enough.",
    "password-known": "This password is quickly guessed. Take a few unrelated words.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
