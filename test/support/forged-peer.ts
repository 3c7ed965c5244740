import { ask, listen, plain, type Reply } from "./mastodon-http.ts";
import type { TestSite } from "./site.ts";

/** What a forger makes of an answer: the path with its query, and what an honest site says there; null leaves it. */
export type Forge = (path: string, honest: Reply, origin: string) => Reply | null | Promise<Reply | null>;

export interface ForgedPeer extends AsyncDisposable {
  readonly origin: string;
  /** The paths that it was asked for. */
  readonly asked: readonly string[];
  forge(next: Forge): void;
}

/** An instance that says all that an honest one does, as of its own origin, except where it forges. */
export async function startForgedPeer(model: Pick<TestSite, "origin">): Promise<ForgedPeer> {
  const asked: string[] = [];
  let forge: Forge = () => null;
  const { server, origin } = await listen(async ({ url, headers }) => {
    const path = url.slice(origin.length);
    asked.push(path);
    const accept = headers["accept"] ?? "*/*";
    const honest = await ask(plain(model.origin + path.replaceAll(own(origin), own(model.origin)), accept));
    const moved = {
      ...honest,
      body: honest.body.replaceAll(model.origin, origin).replaceAll(hostOf(model.origin), hostOf(origin)),
    };
    return (await forge(path, moved, origin)) ?? moved;
  });
  return {
    ...{ origin, asked },
    forge(next) {
      forge = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const hostOf = (origin: string): string => new URL(origin).host;
// As it stands in a query.
const own = (origin: string): string => encodeURIComponent(origin);

/** The same answer with another document. */
export function saying(honest: Reply, change: (document: Record<string, unknown>) => unknown): Reply {
  const document: unknown = JSON.parse(honest.body);
  return { ...honest, body: JSON.stringify(change(document as Record<string, unknown>)) };
}
