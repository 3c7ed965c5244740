const machine = ["application/activity+json", "application/ld+json", "application/json"];

/** Whether a request would rather have the document for machines than the page for people. */
export function wantsDocument(accept: string | null): boolean {
  const wanted = qualities(accept);
  const document = Math.max(...machine.map((type) => wanted.get(type) ?? 0));
  return document > 0 && document >= (wanted.get("text/html") ?? 0);
}

/** Whether a request comes from a browser: elsewhere an address of a document answers with the document, whatever is asked. */
export function wantsPage(accept: string | null): boolean {
  return (qualities(accept).get("text/html") ?? 0) > 0 && !wantsDocument(accept);
}

function qualities(accept: string | null): ReadonlyMap<string, number> {
  const entries = (accept ?? "")
    .toLowerCase()
    .split(",")
    .map((part): [string, number] => {
      const [type = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return [type, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
    });
  return new Map(entries.sort((a, b) => a[1] - b[1]));
}
