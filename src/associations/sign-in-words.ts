import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Entrer pour votre association",
  lead: "Avec l’adresse que vous avez donnée en ouvrant le compte.",
  byMail: "Recevoir un lien pour entrer",
  byMailHint: "Un courriel arrive, son lien vous fait entrer. Il sert une fois, pendant quinze minutes.",
  orPassword: "Avec un mot de passe",
  byPassword: "Entrer avec le mot de passe",
  enter: "Entrer",
  passwordText: "Seulement si vous en avez choisi un.",
  sent: "Regardez vos courriels",
  sentText:
    "Si cette adresse a un compte ici, un courriel y arrive dans quelques minutes. Ouvrez son lien\u00a0: il vous fait entrer, une fois, pendant quinze minutes. Rien ne vient\u202f? Regardez parmi les indésirables.",
  left: "Vous êtes parti d’ici",
  emailMissing: "Cette adresse est incomplète. Elle s’écrit comme nom@exemple.org.",
  wrong: "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien par courriel.",
  wrongWithoutMail: "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, puis essayez de nouveau.",
  tooMany: (wait: string) => `Trop d’essais de suite. Attendez ${wait}, puis essayez de nouveau.`,
  forgotten: (host: string) =>
    `Mot de passe oublié\u202f? Ce serveur n’envoie pas de courriel\u00a0: une personne de votre association, ou ${host}, peut vous inviter de nouveau.`,
  codeTooLate: "Plus de cinq minutes ont passé. Entrez de nouveau.",
  codesLost: (host: string) =>
    `Ni téléphone, ni code de secours\u202f? ${host} peut vous inviter de nouveau\u00a0: écrivez-lui.`,
  new: "Pas encore de compte\u202f?",
  register: "En ouvrir un pour votre association",
  link: {
    title: "Bienvenue",
    text: (association: string) => `Un clic de plus, et vous êtes dans l’espace de ${association}, sur ce navigateur.`,
    submit: "Entrer",
    spentTitle: "Ce lien ne sert plus",
    spentText: "Il sert une fois, pendant quinze minutes. Demandez-en un autre\u00a0: c’est immédiat.",
    again: "Demander un autre lien",
  },
  invitation: {
    title: (association: string) => `Agir avec d’autres pour ${association}`,
    lead: (email: string) => `Vous êtes invité avec l’adresse ${email}.`,
    name: "Votre nom",
    nameHint: "Comme les autres personnes de l’association vous appellent. Le public ne le voit pas.",
    passwordLater: "Vous pourrez aussi entrer par un lien que nous envoyons à votre adresse.",
    submit: "Accepter l’invitation",
    spentTitle: "Cette invitation ne sert plus",
    spentText: "Elle sert une fois, pendant sept jours. Demandez-en une autre à la personne qui vous a invité.",
  },
};

const en: typeof fr = {
  title: "Come in for your association",
  lead: "With the address that you gave when you opened the account.",
  byMail: "Get a link to come in",
  byMailHint: "A letter comes, its link lets you in. It works once, for fifteen minutes.",
  orPassword: "With a password",
  byPassword: "Come in with the password",
  enter: "Come in",
  passwordText: "Only if you have chosen one.",
  sent: "Look at your mail",
  sentText:
    "If this address has an account here, a letter comes to it in a few minutes. Open its link: it lets you in, once, for fifteen minutes. Nothing comes? Look among the unwanted mail.",
  left: "You have left",
  emailMissing: "This address is incomplete. It is written like name@example.org.",
  wrong: "This address and this password do not belong together. Check them, or ask for a link by mail.",
  wrongWithoutMail: "This address and this password do not belong together. Check them, then try again.",
  tooMany: (wait) => `Too many tries in a row. Wait ${wait}, then try again.`,
  forgotten: (host) =>
    `Forgotten the password? This server sends no mail: somebody of your association, or ${host}, can invite you again.`,
  codeTooLate: "More than five minutes have passed. Come in again.",
  codesLost: (host) => `Neither telephone nor recovery code? ${host} can invite you again: write to it.`,
  new: "No account yet?",
  register: "Open one for your association",
  link: {
    title: "Welcome",
    text: (association) => `One more click, and you are in the space of ${association}, on this browser.`,
    submit: "Come in",
    spentTitle: "This link works no more",
    spentText: "It works once, for fifteen minutes. Ask for another: it comes at once.",
    again: "Ask for another link",
  },
  invitation: {
    title: (association) => `Act with others for ${association}`,
    lead: (email) => `You are invited with the address ${email}.`,
    name: "Your name",
    nameHint: "As the other people of the association call you. The public does not see it.",
    passwordLater: "You can also come in by a link that we send to your address.",
    submit: "Accept the invitation",
    spentTitle: "This invitation works no more",
    spentText: "It works once, for seven days. Ask whoever invited you for another.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
