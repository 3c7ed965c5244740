import type { Language } from "../foundation/language.ts";

const fr = { title: "Aujourd’hui", lead: "Rien ne vous attend." };
const en: typeof fr = { title: "Today", lead: "Nothing waits for you." };

export const words: Record<Language, typeof fr> = { fr, en };
