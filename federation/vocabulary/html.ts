const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What a person wrote as plain text, safe inside HTML and its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const characters = Object.fromEntries(Object.entries(entities).map(([character, entity]) => [entity, character]));

export function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity);
}

/** Plain text with its paragraphs, as HTML. */
export function paragraphs(text: string): string {
  const parts = text.split(/\n{2,}/).map((part) => part.trim());
  return parts
    .filter((part) => part !== "")
    .map((part) => `<p>${escapeHtml(part).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** The plain text of HTML that was written here. */
export function textOf(html: string): string {
  return unescapeHtml(
    html
      .replaceAll("</p><p>", "\n\n")
      .replaceAll("<br>", "\n")
      .replaceAll(/<[^>]*>/g, ""),
  );
}

// What is stored may hold no NUL, and no half of a character.
const storable = (text: string, most: number): string => text.replaceAll("\0", "").trim().slice(0, most).toWellFormed();

/** The plain text of what somebody else wrote as HTML, so long at most. */
export const plainText = (html: string, most: number): string => storable(textOf(html), most);

/** The same in one line. */
export const oneLine = (html: string, most: number): string => storable(textOf(html).replaceAll(/\s+/g, " "), most);

/** A plain link that shows its own address. */
export function link(url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
}
