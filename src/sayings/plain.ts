/** What somebody wrote to us as plain text, from cleaned HTML: lines stay lines, and those of us whom it names fall away. */
export function plainOf(html: string, origin: string): string {
  const named = html.replaceAll(anchors, (anchor: string, address: string, inside: string) =>
    bare(inside).trimStart().startsWith("@") && decoded(address).startsWith(`${origin}/`) ? "" : anchor,
  );
  const lines = bare(named.replaceAll(breaks, "\n")).split("\n");
  return lines
    .map((line) => withoutNames(line, new URL(origin).host))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** Whom a message names with a link, by the addresses behind their names; of ours, those that are not `but` ones. */
export function namedIn(html: string, { origin, but }: { readonly origin: string; readonly but: readonly string[] }) {
  const named = [...html.matchAll(anchors)].flatMap(([, address = "", inside = ""]) => {
    const [href, text] = [decoded(address), bare(inside).trim()];
    const name = text.replace(/^@/, "").split("@")[0]?.toLowerCase() ?? "";
    const ours = href.startsWith(`${origin}/`);
    return text.startsWith("@") && /^https?:/.test(href) && !(ours && but.includes(name)) ? [href] : [];
  });
  return [...new Set(named)];
}

/** Names are also written out: "@demandes@hote-a.example". */
function withoutNames(line: string, host: string): string {
  const words = line.split(/[^\S\u00a0\u202f]+/).map((word) => {
    const [, name = "", end = ""] = /^@[a-z0-9_]+@(.+?)([,.:;!?]*)$/i.exec(word) ?? [];
    return name.toLowerCase() === host ? end : word;
  });
  return words
    .filter((word) => word !== "")
    .join(" ")
    .replaceAll(/ ([,.])/g, "$1");
}

const anchors = /<a\b[^>]*\bhref="([^"]*)"[^>]*>([^<]*(?:<(?!\/a>)[^<]*)*)<\/a>/g;
/** As cleaned HTML has them; a paragraph is parted from the next by an empty line. */
const breaks = /<br\s*\/?>|<\/p>(?=<p\b)|<\/(?:p|li|ul|ol|pre|blockquote)>/g;

const bare = (html: string): string => decoded(html.replaceAll(/<[^>]*>/g, ""));

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: "\u00a0" };

const decoded = (html: string): string =>
  html.replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => signs[name] ?? entity);
