import sanitizeHtml from "sanitize-html";
import { countFollowers } from "../federation/notes.ts";
import { findPostToCome } from "../federation/post-to-come.ts";
import { availabilityParts } from "./availability/parts.tsx";
import type { PageDeps } from "./hosts/parts.tsx";
import type { OffersDeskDeps } from "./offers/desk-requests-parts.tsx";
import { askPath } from "./places/ask-routes.tsx";
import { jointOnPages } from "./site-joint.tsx";
import type { DeskDeps } from "./web/desk.tsx";

/** What the desk of offers asks of rooms that it does not know, and of what goes to other servers. */
export function offersDeskParts(parts: PageDeps): Omit<OffersDeskDeps, keyof DeskDeps> {
  const { db, now, actorId } = parts;
  const { stateSheet, roomIn, history } = availabilityParts({ ...parts, askPath });
  return {
    ...{ stateSheet, roomIn, history, actorId, ...jointOnPages(parts) },
    countFollowers: (actor) => countFollowers(db, parts.origin, actor),
    async findPost(offer, kind) {
      const post = await findPostToCome(db, parts, { offer, kind, now: now() });
      return post && { ...post, content: sanitizeHtml(post.content, saidHere) };
    },
  };
}

/** What a post of ours is made of. */
const saidHere = { allowedTags: ["p", "br", "strong", "a", "ul", "li"], allowedAttributes: { a: ["href"] } };
