import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Entrer dans le bureau",
  lead: "Le bureau est réservé à l’équipe de l’hébergeur.",
  keptTitle: "Votre connexion a pris fin",
  keptText: "Entrez de nouveau : ce que vous veniez d’écrire est gardé et vous attend.",
  email: "Votre adresse de courriel",
  password: "Votre mot de passe",
  submit: "Entrer",
  wrong: "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, puis essayez de nouveau.",
  left: "Ce navigateur est déconnecté.",
};

const en: typeof fr = {
  title: "Enter the desk",
  lead: "The desk is for the host’s own team.",
  keptTitle: "You were signed out",
  keptText: "Come in again: what you were writing is kept and waits for you.",
  email: "Your e-mail address",
  password: "Your password",
  submit: "Enter",
  wrong: "This address and this password do not belong together. Check both, then try again.",
  left: "You are signed out of this browser.",
};

export const words: Record<Language, typeof fr> = { fr, en };
