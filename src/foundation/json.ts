/** What a text says as JSON; null when it is none, whatever the reason. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
