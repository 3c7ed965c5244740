import { type DocumentLoader, preloadedContexts } from "@fedify/vocab-runtime";

/** The well-known contexts of JSON-LD, which ship with the code; any other counts as empty, and none is ever fetched. */
export const bundledContexts: DocumentLoader = async (url) => ({
  contextUrl: null,
  documentUrl: url,
  document: preloadedContexts[url] ?? { "@context": {} },
});
