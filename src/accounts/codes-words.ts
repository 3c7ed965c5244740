import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Codes du téléphone",
  off: {
    lead: "Quand vous entrez sans clé d’accès, six chiffres vous sont demandés aussi, que seul votre téléphone connaît. Il vous faut une application de codes : Aegis, FreeOTP, 2FAS ou une autre.",
    submit: "Commencer",
  },
  begin: {
    title: "Relier votre téléphone",
    scan: "Photographiez ce dessin avec l’application de codes.",
    qr: "Code à photographier avec l’application",
    type: "Ou recopiez cette clé dans l’application :",
    open: "Ouvrir l’application sur cet appareil",
    code: "Le code que l’application montre",
    codeHint: "Six chiffres. Rien ne change tant que vous ne l’avez pas donné.",
    submit: "Demander ces codes désormais",
  },
  on: {
    lead: (day: string) => `Un code est demandé à chaque entrée sans clé d’accès, depuis le ${day}.`,
    left: {
      none: "Il ne vous reste aucun code de secours : sans téléphone, vous n’entrez plus. Faites-en de nouveaux.",
      one: "Il vous reste un code de secours. Faites-en bientôt de nouveaux.",
      many: (left: number) => `Il vous reste ${left} codes de secours, pour le jour où le téléphone manque.`,
    },
    renew: "Faire de nouveaux codes de secours",
    turnOff: "Ne plus demander de codes",
  },
  recovery: {
    title: "Vos codes de secours",
    lead: "Le jour où votre téléphone manque, chacun vous fait entrer une fois. Imprimez cette page ou recopiez-les, et gardez-les loin de l’ordinateur.",
    once: "Ils ne sont montrés que maintenant.",
    submit: "C’est noté",
    renewTitle: "Faire de nouveaux codes de secours",
    renewLead: "Les anciens n’ouvriront plus rien.",
    renewSubmit: "Faire dix nouveaux codes",
  },
  turnOff: {
    title: "Ne plus demander de codes",
    lead: "Aucun code ne sera plus demandé pour entrer. Les codes de secours sont effacés.",
    submit: "Ne plus demander de codes",
  },
};

const en: typeof fr = {
  title: "Codes of the telephone",
  off: {
    lead: "When you come in without a passkey, six figures are asked for, too, that only your telephone knows. You need an application for codes: Aegis, FreeOTP, 2FAS or another one.",
    submit: "Begin",
  },
  begin: {
    title: "Link your telephone",
    scan: "Photograph this drawing with the application for codes.",
    qr: "Code to photograph with the application",
    type: "Or copy this key into the application:",
    open: "Open the application on this device",
    code: "The code that the application shows",
    codeHint: "Six figures. Nothing changes before you have given it.",
    submit: "Ask for these codes from now on",
  },
  on: {
    lead: (day) => `A code is asked for whenever you come in without a passkey, since ${day}.`,
    left: {
      none: "You have no recovery code left: without your telephone, you do not come in. Make new ones.",
      one: "You have one recovery code left. Make new ones soon.",
      many: (left) => `You have ${left} recovery codes left, for the day when the telephone is missing.`,
    },
    renew: "Make new recovery codes",
    turnOff: "Stop asking for codes",
  },
  recovery: {
    title: "Your recovery codes",
    lead: "On the day when your telephone is missing, each lets you in once. Print this page or copy them, and keep them away from the computer.",
    once: "They are shown only now.",
    submit: "I have them",
    renewTitle: "Make new recovery codes",
    renewLead: "The old ones will open nothing any more.",
    renewSubmit: "Make ten new codes",
  },
  turnOff: {
    title: "Stop asking for codes",
    lead: "No code will be asked for any more when you come in. The recovery codes are erased.",
    submit: "Stop asking for codes",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
