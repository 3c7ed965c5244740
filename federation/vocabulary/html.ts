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

/** A plain link that shows its own address. */
export function link(url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
}
