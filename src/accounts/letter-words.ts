import type { Language } from "../foundation/language.ts";

interface Written {
  readonly subject: string;
  readonly text: string;
}

const fr = {
  reset: (site: string, link: string): Written => ({
    subject: `Un nouveau mot de passe pour ${site}`,
    text: `Bonjour,

Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour le bureau de ${site}.
Ce lien sert une fois, pendant trente minutes :

${link}

Ce n’était pas vous ? Ne faites rien : votre mot de passe reste le même.
`,
  }),
  invitation: (site: string, by: string, link: string): Written => ({
    subject: `${by} vous invite dans l’équipe de ${site}`,
    text: `Bonjour,

${by} vous invite à tenir avec d’autres le bureau de ${site}.
Ce lien sert une fois, pendant sept jours. Il vous demande votre nom et un mot de passe :

${link}

Vous n’attendiez rien ? Ne faites rien : l’invitation s’éteint seule.
`,
  }),
  changed: (site: string, what: string): Written => ({
    subject: `Votre compte sur ${site} a changé`,
    text: `Bonjour,

${what}

C’était vous\u202f? Alors tout va bien. Sinon, prévenez au plus vite une personne qui administre ${site}.
`,
  }),
  erased: (site: string, erased: string, gone: string): Written => ({
    subject: `Votre compte sur ${site} est effacé`,
    text: `Bonjour,

Votre compte au bureau de ${site} est effacé depuis le ${erased}. Cette lettre est la dernière.

Le journal du bureau garde pendant un an ce qui a été fait avec ce compte, et cette adresse. Nos sauvegardes peuvent garder le reste jusqu’au ${gone}.

Vous ne le saviez pas\u202f? Demandez à une personne qui administre ${site}.
`,
  }),
  passwordChanged: "Le mot de passe de votre compte vient d’être changé. Les autres navigateurs sont déconnectés.",
  emailChanged: (email: string) => `L’adresse de votre compte est maintenant ${email}. Cette lettre va à l’ancienne.`,
};

const en: typeof fr = {
  reset: (site, link) => ({
    subject: `A new password for ${site}`,
    text: `Hello,

Somebody, you presumably, has asked for a new password for the desk of ${site}.
This link works once, for thirty minutes:

${link}

It was not you? Do nothing: your password stays the same.
`,
  }),
  invitation: (site, by, link) => ({
    subject: `${by} invites you into the team of ${site}`,
    text: `Hello,

${by} invites you to keep the desk of ${site} together with others.
This link works once, for seven days. It asks for your name and a password:

${link}

You expected nothing? Do nothing: the invitation ends by itself.
`,
  }),
  changed: (site, what) => ({
    subject: `Your account on ${site} has changed`,
    text: `Hello,

${what}

It was you? Then all is well. If not, tell somebody who administers ${site} as soon as you can.
`,
  }),
  erased: (site, erased, gone) => ({
    subject: `Your account on ${site} is erased`,
    text: `Hello,

Your account at the desk of ${site} was erased on ${erased}. This letter is the last.

The journal of the desk keeps for a year what was done with this account, and this address. Our backups may keep the rest until ${gone}.

You did not know? Ask somebody who administers ${site}.
`,
  }),
  passwordChanged: "The password of your account has just been changed. Other browsers are signed out.",
  emailChanged: (email) => `The address of your account is now ${email}. This letter goes to the old one.`,
};

export const words: Record<Language, typeof fr> = { fr, en };
