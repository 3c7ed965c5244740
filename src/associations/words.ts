import type { AccountRefusal } from "../accounts/account.ts";
import type { Language } from "../foundation/language.ts";
import type { AssociationState } from "./associations.ts";
import type { FieldRefusal } from "./form.ts";
import type { Room } from "./rooms.ts";

type Refusal = FieldRefusal | Extract<AccountRefusal, "email-taken">;

const fr = {
  menu: (name: string) => `L’espace de ${name}`,
  rooms: {
    "": "Accueil",
    "/news": "Nouvelles",
    "/following": "Abonnements",
    "/people": "Personnes",
    "/profile": "Profil",
    "/account": "Mon compte",
  } satisfies Record<Room, string>,
  states: {
    waiting: "En attente",
    approved: "Acceptée",
    refused: "Refusée",
    closed: "Fermée",
  } satisfies Record<AssociationState, string>,
  refusals: {
    "name-missing": "Il manque le nom de l’association.",
    "name-too-long": "Ce nom est trop long. 150 caractères suffisent.",
    "presentation-missing": "Il manque quelques mots sur ce que fait l’association.",
    "presentation-too-long": "Ce texte est trop long. 2 000 caractères suffisent.",
    "email-malformed": "Cette adresse est incomplète. Elle s’écrit comme nom@exemple.org.",
    "email-taken": "Cette adresse a déjà un compte ici. Connectez-vous, ou prenez-en une autre.",
    "territory-unknown": "Nous ne connaissons pas ce lieu. Écrivez une commune, un code postal ou un département.",
    "territory-many": "Plusieurs lieux portent ce nom. Ajoutez le département, par exemple Fougères (35).",
    "sector-too-long": "C’est trop long. Cent caractères suffisent.",
    "rna-malformed": "Ce numéro RNA n’est pas le bon. Il a un W, puis neuf chiffres.",
    "siret-malformed": "Ce numéro SIRET n’est pas le bon. Il a quatorze chiffres\u00a0: vérifiez-les.",
    "website-malformed": "Cette adresse de site est incomplète. Par exemple https://exemple.org.",
  } satisfies Record<Refusal, string>,
  save: "Enregistrer",
  saved: "C’est enregistré.",
  email: "Votre adresse de courriel",
  password: "Mot de passe",
  passwordHint: "Douze caractères au moins\u00a0: quelques mots sans lien entre eux conviennent.",
  optional: "facultatif",
  remove: "Retirer",
};

const en: typeof fr = {
  menu: (name) => `The space of ${name}`,
  rooms: {
    "": "Home",
    "/news": "News",
    "/following": "Following",
    "/people": "People",
    "/profile": "Profile",
    "/account": "My account",
  },
  states: { waiting: "Waiting", approved: "Accepted", refused: "Refused", closed: "Closed" },
  refusals: {
    "name-missing": "The name of the association is missing.",
    "name-too-long": "This name is too long. 150 characters are enough.",
    "presentation-missing": "A few words on what the association does are missing.",
    "presentation-too-long": "This text is too long. 2,000 characters are enough.",
    "email-malformed": "This address is incomplete. It is written like name@example.org.",
    "email-taken": "This address has an account here already. Sign in, or take another one.",
    "territory-unknown": "We do not know this place. Write a commune, a postcode or a department.",
    "territory-many": "Several places have this name. Add the department, for example Fougères (35).",
    "sector-too-long": "This is too long. A hundred characters are enough.",
    "rna-malformed": "This RNA number is not right. It has a W, then nine figures.",
    "siret-malformed": "This SIRET number is not right. It has fourteen figures: check them.",
    "website-malformed": "The address of this site is incomplete. For example https://example.org.",
  },
  save: "Save",
  saved: "It is saved.",
  email: "Your e-mail address",
  password: "Password",
  passwordHint: "Twelve characters at least: a few unrelated words do well.",
  optional: "optional",
  remove: "Remove",
};

export const words: Record<Language, typeof fr> = { fr, en };
