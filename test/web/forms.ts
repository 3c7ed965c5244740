/** The value of a hidden field of what a page is for. */
export function hiddenOf(html: string, name: string): string {
  const main = html.slice(html.indexOf("<main"));
  const [, value = ""] = new RegExp(`name="${name}" value="([^"]*)"`).exec(main) ?? [];
  return plain(value);
}

/** The token of the link that a page or a letter shows. */
export function tokenIn(text: string): string {
  const joined = text.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "="); // as mail breaks lines
  return /token=([A-Za-z0-9_-]{32})/.exec(joined)?.[1] ?? "";
}

function plain(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
