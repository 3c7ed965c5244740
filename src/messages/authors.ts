import type { Author } from "./conversations.ts";

/** The name under which somebody is known to others: "@alice@example.org"; of one whose name we never learnt, where they are. */
export function addressOf({ id, handle }: Pick<Author, "id" | "handle">): string {
  const host = serverOf(id);
  return handle === null || handle === "" ? host : `@${handle}@${host}`;
}

/** The server of a permanent address. */
export const serverOf = (id: string): string => (URL.canParse(id) ? new URL(id).host : id);
