import type { Language } from "../foundation/language.ts";

interface Written {
  readonly subject: string;
  readonly text: string;
}

interface Invited {
  readonly by: string;
  readonly association: string;
  readonly link: string;
}

interface Decided {
  readonly host: string;
  readonly association: string;
  readonly link: string;
  readonly reason: string;
}

interface InvitedAnew {
  readonly host: string;
  readonly association: string;
  readonly email: string;
}

const fr = {
  signIn: (host: string, link: string): Written => ({
    subject: `Votre lien pour entrer chez ${host}`,
    text: `Bonjour,

quelqu’un, vous sans doute, veut entrer chez ${host} pour votre association.
Ce lien sert une fois, pendant quinze minutes\u00a0:

${link}

Ce n’était pas vous\u202f? Ne faites rien\u00a0: sans ce lien, personne n’entre.
`,
  }),
  invitation: ({ by, association, link }: Invited): Written => ({
    subject: `${by} vous invite à agir pour ${association}`,
    text: `Bonjour,

${by} vous invite à agir avec d’autres pour ${association}.
Ce lien sert une fois, pendant sept jours\u00a0:

${link}

Vous n’attendiez rien\u202f? Ne faites rien\u00a0: l’invitation s’éteint seule.
`,
  }),
  invitedAnew: ({ host, association, email }: InvitedAnew): Written => ({
    subject: `${host} invite quelqu’un à agir pour ${association}`,
    text: `Bonjour,

${host} vient d’inviter ${email} à agir pour ${association}, parce qu’on le lui a demandé.

Vous le saviez\u202f? Alors tout va bien. Sinon, prévenez au plus vite ${host}, et retirez cette personne.
`,
  }),
  approve: ({ host, association, link }: Decided): Written => ({
    subject: `${association}\u00a0: votre compte chez ${host} est accepté`,
    text: `Bonjour,

${host} a accepté l’inscription de ${association}. Vous pouvez maintenant demander, promettre et suivre\u00a0:

${link}
`,
  }),
  refuse: ({ host, association, link, reason }: Decided): Written => ({
    subject: `${association}\u00a0: votre inscription chez ${host}`,
    text: `Bonjour,

${host} n’a pas accepté l’inscription de ${association}, et l’explique ainsi\u00a0:

${reason}

Vous pouvez emporter ou effacer ce que vous aviez écrit\u00a0:

${link}
`,
  }),
  close: ({ host, association, link, reason }: Decided): Written => ({
    subject: `${association}\u00a0: votre compte chez ${host} est fermé`,
    text: `Bonjour,

${host} a fermé le compte de ${association}, et l’explique ainsi\u00a0:

${reason}

Vous pouvez encore entrer pour emporter vos données, ou tout effacer\u00a0:

${link}
`,
  }),
  passwordChanged: (host: string): Written => ({
    subject: `Votre mot de passe chez ${host} a changé`,
    text: `Bonjour,

le mot de passe de votre compte chez ${host} vient d’être changé. Les autres navigateurs sont déconnectés.

C’était vous\u202f? Alors tout va bien. Sinon, entrez par un lien envoyé à cette adresse, et changez-le.
`,
  }),
  emailChanged: (host: string, email: string): Written => ({
    subject: `Votre adresse chez ${host} a changé`,
    text: `Bonjour,

l’adresse de votre compte chez ${host} est maintenant ${email}. Cette lettre va à l’ancienne.

C’était vous\u202f? Alors tout va bien. Sinon, prévenez au plus vite ${host}.
`,
  }),
};

const en: typeof fr = {
  signIn: (host, link) => ({
    subject: `Your link to come in at ${host}`,
    text: `Hello,

somebody, you no doubt, wants to come in at ${host} for your association.
This link works once, for fifteen minutes:

${link}

It was not you? Do nothing: without this link, nobody comes in.
`,
  }),
  invitation: ({ by, association, link }) => ({
    subject: `${by} invites you to act for ${association}`,
    text: `Hello,

${by} invites you to act with others for ${association}.
This link works once, for seven days:

${link}

You expected nothing? Do nothing: the invitation ends by itself.
`,
  }),
  invitedAnew: ({ host, association, email }) => ({
    subject: `${host} invites somebody to act for ${association}`,
    text: `Hello,

${host} has just invited ${email} to act for ${association}, because it was asked to.

You knew? Then all is well. If not, tell ${host} at once, and remove this person.
`,
  }),
  approve: ({ host, association, link }) => ({
    subject: `${association}: your account at ${host} is accepted`,
    text: `Hello,

${host} has accepted the registration of ${association}. You can now ask, promise and follow:

${link}
`,
  }),
  refuse: ({ host, association, link, reason }) => ({
    subject: `${association}: your registration at ${host}`,
    text: `Hello,

${host} has not accepted the registration of ${association}, and says why:

${reason}

You can take away or erase what you wrote:

${link}
`,
  }),
  close: ({ host, association, link, reason }) => ({
    subject: `${association}: your account at ${host} is closed`,
    text: `Hello,

${host} has closed the account of ${association}, and says why:

${reason}

You can still come in to take your data away, or erase everything:

${link}
`,
  }),
  passwordChanged: (host) => ({
    subject: `Your password at ${host} has changed`,
    text: `Hello,

the password of your account at ${host} was just changed. Other browsers are signed out.

It was you? Then all is well. If not, come in by a link sent to this address, and change it.
`,
  }),
  emailChanged: (host, email) => ({
    subject: `Your address at ${host} has changed`,
    text: `Hello,

the address of your account at ${host} is now ${email}. This letter goes to the old one.

It was you? Then all is well. If not, tell ${host} as soon as you can.
`,
  }),
};

export const words: Record<Language, typeof fr> = { fr, en };
