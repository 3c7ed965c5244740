/** The name of the cookie that a member's browser keeps. */
export const memberCookie = (origin: string): string =>
  origin.startsWith("https:") ? "__Host-association" : "association";

/** The key in what a browser sends along; null when it keeps none. */
export function memberKeyIn(cookies: string, origin: string): string | null {
  const name = `${memberCookie(origin)}=`;
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(name));
  return found?.slice(name.length) ?? null;
}
