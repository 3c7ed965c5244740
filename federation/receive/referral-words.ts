import type { Language } from "../../src/foundation/language.ts";

/** What another host is told of a referral that is not even kept. */
export const refusals: Readonly<Record<Language, { readonly tooMany: string }>> = {
  fr: {
    tooMany: "Beaucoup de demandes nous sont venues de chez vous : attendons que celles d’avant aient leur réponse.",
  },
  en: { tooMany: "Many requests have come to us from you: let those before be answered first." },
};
