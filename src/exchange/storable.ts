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
