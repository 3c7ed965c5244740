/** The server that somebody typed instead of an account: a name, or the address of any of its pages; null when it is none. */
export function readHost(typed: string): string | null {
  const text = typed.trim();
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === "" || /[\s@]/.test(text) || !URL.canParse(url)) return null;
  const { host, username } = new URL(url);
  return username === "" && /[.:]/.test(host) ? host : null;
}

/** What is read of an address at most. */
export const longestAddress = 500;
