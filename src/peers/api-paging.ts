import { z } from "@hono/zod-openapi";
import { cursorOf, Paging } from "../web/paging.ts";

/** Peers and blocks are listed by name, and a host name has up to 253 characters: cursors are longer than elsewhere. */
export const NamePaging = Paging.extend({ cursor: z.string().max(500).optional() });

/** The last origin or domain shown. */
export const placeByName = cursorOf(z.string().regex(/^[!-~]{1,300}$/));
