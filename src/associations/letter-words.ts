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

interface Erased {
  readonly host: string;
  readonly association: string;
  /** The day. */
  readonly erased: string;
  /** The day by which no backup has it any more. */
  readonly gone: string;
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

Quelqu’un, vous sans doute, veut entrer chez ${host} pour votre association.
Ce lien sert une fois, pendant quinze minutes\u00a0:

${link}

Ce n’était pas vous\u202f? Ne faites rien\u00a0: sans ce lien, personne n’entre.
`,
  }),
  invitation: ({ by, association, link }: Invited): Written => ({
    subject: `${by} vous invite à agir pour «\u00a0${association}\u00a0»`,
    text: `Bonjour,

${by} vous invite à agir avec d’autres pour «\u00a0${association}\u00a0».
Ce lien sert une fois, pendant sept jours\u00a0:

${link}

Vous n’attendiez rien\u202f? Ne faites rien\u00a0: l’invitation s’éteint seule.
`,
  }),
  invitedAnew: ({ host, association, email }: InvitedAnew): Written => ({
    subject: `${host} invite quelqu’un à agir pour «\u00a0${association}\u00a0»`,
    text: `Bonjour,

${host} vient d’inviter ${email} à agir pour «\u00a0${association}\u00a0», parce qu’on le lui a demandé.

Vous le saviez\u202f? Alors tout va bien. Sinon, prévenez au plus vite ${host}, et retirez cette personne.
`,
  }),
  approve: ({ host, association, link }: Decided): Written => ({
    subject: `${association}\u00a0: votre compte chez ${host} est accepté`,
    text: `Bonjour,

${host} a accepté l’inscription de «\u00a0${association}\u00a0». Vous pouvez maintenant demander, promettre et suivre\u00a0:

${link}
`,
  }),
  refuse: ({ host, association, link, reason }: Decided): Written => ({
    subject: `${association}\u00a0: votre inscription chez ${host}`,
    text: `Bonjour,

${host} n’a pas accepté l’inscription de «\u00a0${association}\u00a0», et l’explique ainsi\u00a0:

${reason}

Vous pouvez emporter ou effacer ce que vous aviez écrit\u00a0:

${link}
`,
  }),
  close: ({ host, association, link, reason }: Decided): Written => ({
    subject: `${association}\u00a0: votre compte chez ${host} est fermé`,
    text: `Bonjour,

${host} a fermé le compte de «\u00a0${association}\u00a0», et l’explique ainsi\u00a0:

${reason}

Vous pouvez encore entrer pour emporter vos données, ou tout effacer\u00a0:

${link}
`,
  }),
  erased: ({ host, association, erased, gone, link }: Erased & { readonly link: string }): Written => ({
    subject: `${association}\u00a0: le compte chez ${host} est effacé`,
    text: `Bonjour,

Le compte de «\u00a0${association}\u00a0» chez ${host} est effacé depuis le ${erased}, et votre adresse avec lui. Cette lettre est la dernière.

Ce que l’association a promis reste compté, sans son nom. Nos sauvegardes peuvent garder le reste jusqu’au ${gone}.

Nous demandons aux autres serveurs d’effacer ce qu’ils ont reçu. Ce lien privé dit lesquels l’ont confirmé\u00a0:

${link}

Vous ne le saviez pas\u202f? Demandez aux personnes qui agissaient avec vous, ou prévenez ${host}.
`,
  }),
  left: ({ host, association, erased, gone }: Erased): Written => ({
    subject: `Vous n’agissez plus pour «\u00a0${association}\u00a0»`,
    text: `Bonjour,

Votre compte chez ${host} est effacé depuis le ${erased}\u00a0: vous n’agissez plus pour «\u00a0${association}\u00a0». Cette lettre est la dernière.

Nos sauvegardes peuvent garder votre nom et cette adresse jusqu’au ${gone}.

Vous ne le saviez pas\u202f? Demandez à «\u00a0${association}\u00a0», ou prévenez ${host}.
`,
  }),
  passwordChanged: (host: string): Written => ({
    subject: `Votre mot de passe chez ${host} a changé`,
    text: `Bonjour,

Le mot de passe de votre compte chez ${host} vient d’être changé. Les autres navigateurs sont déconnectés.

C’était vous\u202f? Alors tout va bien. Sinon, entrez par un lien envoyé à cette adresse, et changez-le.
`,
  }),
  emailChanged: (host: string, email: string): Written => ({
    subject: `Votre adresse chez ${host} a changé`,
    text: `Bonjour,

L’adresse de votre compte chez ${host} est maintenant ${email}. Cette lettre va à l’ancienne.

C’était vous\u202f? Alors tout va bien. Sinon, prévenez au plus vite ${host}.
`,
  }),
};

const en: typeof fr = {
  signIn: (host, link) => ({
    subject: `Your link to come in at ${host}`,
    text: `Hello,

Somebody, you no doubt, wants to come in at ${host} for your association.
This link works once, for fifteen minutes:

${link}

It was not you? Do nothing: without this link, nobody comes in.
`,
  }),
  invitation: ({ by, association, link }) => ({
    subject: `${by} invites you to act for “${association}”`,
    text: `Hello,

${by} invites you to act with others for “${association}”.
This link works once, for seven days:

${link}

You expected nothing? Do nothing: the invitation ends by itself.
`,
  }),
  invitedAnew: ({ host, association, email }) => ({
    subject: `${host} invites somebody to act for “${association}”`,
    text: `Hello,

${host} has just invited ${email} to act for “${association}”, because it was asked to.

You knew? Then all is well. If not, tell ${host} at once, and remove this person.
`,
  }),
  approve: ({ host, association, link }) => ({
    subject: `${association}: your account at ${host} is accepted`,
    text: `Hello,

${host} has accepted the registration of “${association}”. You can now ask, promise and follow:

${link}
`,
  }),
  refuse: ({ host, association, link, reason }) => ({
    subject: `${association}: your registration at ${host}`,
    text: `Hello,

${host} has not accepted the registration of “${association}”, and says why:

${reason}

You can take away or erase what you wrote:

${link}
`,
  }),
  close: ({ host, association, link, reason }) => ({
    subject: `${association}: your account at ${host} is closed`,
    text: `Hello,

${host} has closed the account of “${association}”, and says why:

${reason}

You can still come in to take your data away, or erase everything:

${link}
`,
  }),
  erased: ({ host, association, erased, gone, link }) => ({
    subject: `${association}: the account at ${host} is erased`,
    text: `Hello,

The account of “${association}” at ${host} was erased on ${erased}, and your address with it. This letter is the last.

What the association promised stays counted, without its name. Our backups may keep the rest until ${gone}.

We ask the other servers to erase what they received. This private link says which have confirmed it:

${link}

You did not know? Ask those who acted with you, or tell ${host}.
`,
  }),
  left: ({ host, association, erased, gone }) => ({
    subject: `You no longer act for “${association}”`,
    text: `Hello,

Your account at ${host} was erased on ${erased}: you no longer act for “${association}”. This letter is the last.

Our backups may keep your name and this address until ${gone}.

You did not know? Ask “${association}”, or tell ${host}.
`,
  }),
  passwordChanged: (host) => ({
    subject: `Your password at ${host} has changed`,
    text: `Hello,

The password of your account at ${host} was just changed. Other browsers are signed out.

It was you? Then all is well. If not, come in by a link sent to this address, and change it.
`,
  }),
  emailChanged: (host, email) => ({
    subject: `Your address at ${host} has changed`,
    text: `Hello,

The address of your account at ${host} is now ${email}. This letter goes to the old one.

It was you? Then all is well. If not, tell ${host} as soon as you can.
`,
  }),
};

export const words: Record<Language, typeof fr> = { fr, en };
