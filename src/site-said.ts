import sanitizeHtml from "sanitize-html";
import { noteIri } from "../federation/addresses.ts";
import { findOpenAnswer } from "../federation/answers.ts";
import { contentWithOptions } from "../federation/polls.ts";
import type { Database } from "./foundation/database.ts";
import type { SaidHere } from "./hosts/note-routes.tsx";

/** What one of our accounts said, at its page; null where there is no such thing. */
export async function findNote(db: Database, origin: string, handle: string, note: string): Promise<SaidHere | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(note)) return null;
  const row = await db
    .selectFrom("notes")
    .innerJoin("handles", "handles.id", "notes.actor")
    .select(["notes.content", "notes.poll", "notes.language", "notes.published"])
    .where("notes.id", "=", note)
    .where("handles.name", "=", handle)
    .where("notes.deleted", "is", null)
    .where("handles.gone", "is", null)
    .executeTakeFirst();
  const address = { handle, id: noteIri(origin, note), url: `${origin}/@${handle}/${note}` };
  if (row) {
    const { language, published } = row;
    return { ...plain({ content: contentWithOptions(row), published }), ...address, language, listed: true };
  }
  const answer = await findOpenAnswer(db, origin, handle, note);
  return answer && { ...plain(answer), ...address, listed: false };
}

/** What was said, as plain text: pages show no mark-up of others, and need none of ours. */
export function plain<Said extends { readonly content: string }>(said: Said): Said {
  const lines = said.content.replaceAll(/<(\/p|br|\/li|br\s*\/)>/g, "$&\n");
  const text = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} });
  return { ...said, content: unescapeHtml(text).trim() };
}

function unescapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);
}
