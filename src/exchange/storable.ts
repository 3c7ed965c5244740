/** Whether PostgreSQL can store every text of a document: it knows neither the character zero nor half a pair. */
export function storable(document: unknown): boolean {
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && !storableText(value)) return false;
    if (typeof value === "object" && value !== null) addParts(value, waiting);
  }
  return true;
}

function addParts(value: object, waiting: unknown[]): void {
  for (const [key, part] of Object.entries(value)) waiting.push(key, part);
}

const storableText = (text: string) => text.isWellFormed() && !text.includes("\0");

const deepest = 200;

/** Whether a document is nested so deeply that only mischief explains it. */
export function tooDeep(document: unknown): boolean {
  let level: unknown[] = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  return false;
}
