import sanitizeHtml from "sanitize-html";
import { z } from "zod";
import type { Message, Visibility } from "../../src/messages/messages.ts";
import { everyone } from "../vocabulary/contexts.ts";
import { first, indexable, instant, listOf, pick, reference } from "../vocabulary/shapes.ts";
import { listAddresses } from "./reference.ts";

/** What somebody elsewhere wrote, cleaned at the door. */
export interface RemoteNote extends Omit<Message, "kind" | "recipients" | "continues" | "others"> {
  /** Everyone it is addressed to or names, here or elsewhere. */
  readonly addressed: readonly string[];
}

const readable = ["Note", "Question", "Article", "Page", "Event", "Image", "Video", "Audio"];
const webAddress = z.url({ protocol: /^https?$/ }).refine(indexable);
const when = instant.nullish().catch(null);
const text = z.string().nullish().catch(null);
const Mention = z.object({ type: z.literal("Mention"), href: z.string() });

const NoteShape = z.object({
  id: webAddress,
  type: listOf(z.string()).refine((types) => types.some((type) => readable.includes(type))),
  attributedTo: z.preprocess(first, reference),
  content: text,
  contentMap: z.record(z.string().max(35), z.string()).nullish().catch(null),
  name: text,
  url: z.preprocess(first, webAddress).nullish().catch(null),
  inReplyTo: z.unknown().optional(),
  to: z.unknown().optional(),
  cc: z.unknown().optional(),
  tag: listOf(z.unknown()),
  published: when,
  updated: when,
});

/** Reads the object of a Create or an Update; null when it is nothing that people read, or not its author's own. */
export function readRemoteNote(object: unknown, actor: string): RemoteNote | null {
  const { data } = NoteShape.safeParse(object);
  if (!data || data.attributedTo !== actor || new URL(data.id).origin !== new URL(actor).origin) return null;
  const [language = null, translated = ""] = Object.entries(data.contentMap ?? {})[0] ?? [];
  const [to, cc] = [listAddresses(data.to), listAddresses(data.cc)];
  const [inReplyTo = null] = listAddresses(data.inReplyTo).filter(indexable);
  return {
    id: data.id,
    author: actor,
    content: cleanHtml(data.content ?? (translated || (data.name ?? ""))),
    language,
    url: data.url ?? null,
    inReplyTo,
    addressed: [...to, ...cc, ...pick(Mention, data.tag).map(({ href }) => href)],
    visibility: visibilityOf(to, cc),
    published: data.published ?? null,
    updated: data.updated ?? null,
  };
}

const publicNames = [everyone, "as:Public", "Public"];

function visibilityOf(to: readonly string[], cc: readonly string[]): Visibility {
  const open = (list: readonly string[]) => list.some((one) => publicNames.includes(one));
  if (open(to)) return "public";
  if (open(cc)) return "unlisted";
  return [...to, ...cc].some((one) => one.endsWith("/followers")) ? "followers" : "direct";
}

const longest = 30_000;
const inline = ["a", "b", "br", "code", "del", "em", "i", "span", "strong"];
const blocks = ["blockquote", "li", "ol", "p", "pre", "ul"];

/** Paragraphs, lists, links and emphasis only. */
function cleanHtml(html: string): string {
  return sanitizeHtml(html.slice(0, longest), {
    allowedTags: [...inline, ...blocks],
    allowedAttributes: { a: ["href", "rel"] },
    allowedSchemes: ["https", "http", "mailto"],
    allowProtocolRelative: false,
    nestingLimit: 20,
    transformTags: {
      a: (tagName, { href }) => ({
        tagName,
        attribs: { rel: "nofollow noopener", ...(href === undefined ? {} : { href }) },
      }),
    },
  });
}
