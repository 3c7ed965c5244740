import type { Language } from "../foundation/language.ts";
import { type AccountRefusal, type NameRefusal, type ResetRefusal, type Role, shortestPassword } from "./account.ts";
import type { PasskeyRefusal } from "./passkeys.ts";
import type { TokenScope } from "./tokens.ts";

type MoreRefusal = NameRefusal | PasskeyRefusal | "code-wrong" | "last-administrator" | "password-wrong";

const fr = {
  roles: {
    administrator: "Administratrice ou administrateur",
    editor: "Rédactrice ou rédacteur",
    reader: "Lectrice ou lecteur",
  } satisfies Record<Role, string>,
  rights: {
    administrator: "Tout faire, y compris inviter des collègues et retirer leur accès.",
    editor: "Changer les offres, les disponibilités et la page de l’hébergeur, répondre aux messages.",
    reader: "Tout lire, ne rien changer, sauf son propre compte.",
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
  moreRefusals: {
    "name-missing": "Il manque un nom. Vos collègues ont besoin de savoir qui vous êtes.",
    "name-too-long": "Ce nom est trop long. Cent caractères suffisent.",
    "passkey-refused": "Cette clé d’accès n’a pas pu être gardée. Recommencez, ou prenez un autre appareil.",
    "passkeys-too-many": "Vous avez déjà vingt clés d’accès. Retirez-en une qui ne sert plus.",
    "code-wrong": "Ce code n’est pas le bon. Attendez le suivant, puis recopiez-le.",
    "last-administrator":
      "C’est la dernière personne qui administre ce site. Donnez d’abord ce droit à une ou un collègue.",
    "password-wrong": "Ce n’est pas votre mot de passe actuel. Vérifiez-le, puis essayez de nouveau.",
  } satisfies Record<MoreRefusal, string>,
};

const en: typeof fr = {
  roles: { administrator: "Administrator", editor: "Editor", reader: "Reader" },
  rights: {
    administrator: "Do everything, inviting colleagues and taking back their access included.",
    editor: "Change offers, availability and the host’s page, answer messages.",
    reader: "Read everything, change nothing but their own account.",
  },
  scopes: { read: "Read", offers: "Change offers and availability", admin: "Do everything" },
  refusals: {
    "email-malformed": "This e-mail address is incomplete. It is written like name@example.org.",
    "email-taken": "This address already has an account. Take another one, or sign in.",
    "account-unknown": "Nobody has an account here with this address. Look for it in the list of accounts.",
    "password-too-short": `This password is too short. It needs at least ${shortestPassword} characters: a few unrelated words do well.`,
    "password-too-long": "This password is too long. A thousand characters are enough.",
    "password-known": "This password is quickly guessed. Take a few unrelated words.",
  },
  moreRefusals: {
    "name-missing": "A name is missing. Your colleagues need to know who you are.",
    "name-too-long": "This name is too long. A hundred characters are enough.",
    "passkey-refused": "This passkey could not be kept. Try again, or take another device.",
    "passkeys-too-many": "You have twenty passkeys already. Remove one that you no longer use.",
    "code-wrong": "This code is not the right one. Wait for the next, then copy it.",
    "last-administrator": "This is the last person who administers this site. Give that right to a colleague first.",
    "password-wrong": "This is not your present password. Check it, then try again.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
