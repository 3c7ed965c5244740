import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "import-begun": (source) => `Import commencé : ${source}`,
    "import-taken": (source) => `Import repris ici : ${source}`,
    exported: () => "Tout exporté, sans les clés",
    "exported-with-keys": () => "Tout exporté, avec les clés",
  },
  en: {
    "import-begun": (source) => `Began to import ${source}`,
    "import-taken": (source) => `Took in the import ${source}`,
    exported: () => "Exported everything, without the keys",
    "exported-with-keys": () => "Exported everything, with the keys",
  },
};
