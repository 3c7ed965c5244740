import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { jsonOf } from "../foundation/json.ts";
import { Problem } from "./problem.ts";

/** How a list is read: a part of it at a time. */
export const Paging = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A part of a list, and where to go on; null at the end. */
export const pageShape = <Shape extends z.ZodType>(item: Shape) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Where a list goes on: after the last thing shown, so that nothing is skipped or shown twice when others come between. */
export interface Cursor<Place> {
  write(place: Place): string;
  read(text: string | undefined): Place | null;
}

export function cursorOf<Place>(shape: z.ZodType<Place>): Cursor<Place> {
  return {
    write: (place) => Buffer.from(JSON.stringify(place)).toString("base64url"),
    read(text) {
      if (text === undefined) return null;
      const read = shape.safeParse(jsonOf(Buffer.from(text, "base64url").toString()));
      if (read.success) return read.data;
      throw new Problem(400, "cursor-unknown", "Use the cursor as `next` gave it, or none to begin.");
    },
  };
}

/** The cursor after the things that fit, of one more than asked for; named in a `Link` header too. */
export function goOn<Item>(c: Context, found: readonly Item[], limit: number, write: (last: Item) => string) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || last === undefined) return { items, next: null };
  const next = write(last);
  const address = new URL(c.req.url);
  address.searchParams.set("cursor", next);
  c.header("link", `<${address.href}>; rel="next"`);
  return { items, next };
}
