import type { DocumentLoader } from "@fedify/vocab-runtime";
import { Unreachable } from "../../src/foundation/errors.ts";
import { bundledContexts } from "../bundled-contexts.ts";
import { Remembered } from "./remembered.ts";
import type { RemoteActors } from "./remote-actors.ts";

type Loaded = Awaited<ReturnType<DocumentLoader>>;

/** How Fedify reads the documents of others: through our gate, signed by the instance actor, at their own origin only. */
export function fedifyLoaders(remote: Pick<RemoteActors, "document">) {
  const read = new Remembered<Loaded>(500, 5 * 60_000);
  const load: DocumentLoader = async (url) => {
    const known = read.get(url);
    if (known) return known;
    const document = await remote.document(url);
    if (document === null) throw new Unreachable(`${url}: no document`);
    return read.keep(url, { contextUrl: null, documentUrl: url, document });
  };
  return {
    documentLoaderFactory: () => load,
    contextLoaderFactory: () => bundledContexts,
    authenticatedDocumentLoaderFactory: () => load,
  };
}
