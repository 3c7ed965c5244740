/** The origin of an address of the web; null for what is none, and for one that carries a password. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === "" && password === "" ? origin : null;
}

/** Whether both addresses belong to the same server, and so may speak for each other (FEP-fe34). */
export function sameOrigin(a: string, b: string): boolean {
  const origin = originOf(a);
  return origin !== null && origin === originOf(b);
}

/** The id of a thing that is named or embedded; null when it has none. */
export function idOf(thing: unknown): string | null {
  const id = typeof thing === "object" && thing !== null ? (thing as { id?: unknown }).id : thing;
  return typeof id === "string" ? id : null;
}
