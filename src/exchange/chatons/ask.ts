import { createHash } from "node:crypto";
import { Unreachable } from "../../foundation/errors.ts";
import { type Answer, type Outbound, RefusedAddress } from "../../foundation/outbound.ts";
import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { type FileRefusal, limits } from "./chatons.ts";
import type { Remembered } from "./memory.ts";

/** Why an address gave no file, and what its server said. */
export interface NoFile {
  readonly reason: FileRefusal;
  readonly detail: string | null;
}

/** A file as it came; or the news that it is still the one that was taken. */
export type Asked =
  | { readonly news: false; readonly url: string; readonly known: Remembered }
  | {
      readonly news: true;
      readonly url: string;
      /** Whether something else was taken from there before. */
      readonly again: boolean;
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly digest: string;
    };

/** How often each server has not answered in a row. */
export type Silences = Map<string, number>;

/** Asks for a file, and only for what is new in it since it was taken. */
export async function ask(
  outbound: Pick<Outbound, "request">,
  address: string,
  known: Remembered | null,
  silences: Silences,
): Promise<Outcome<Asked, NoFile>> {
  const { origin } = new URL(address);
  const silence = silences.get(origin) ?? 0;
  if (silence >= limits.silences) return without("server-given-up");
  const headers = { accept: "text/plain, */*;q=0.5", ...(known?.etag ? { "if-none-match": known.etag } : {}) };
  try {
    const answer = await outbound.request(address, { headers });
    silences.delete(origin);
    return read(answer, known);
  } catch (error) {
    if (error instanceof RefusedAddress) return without("address-refused");
    if (!(error instanceof Unreachable)) throw error;
    if (tooLarge.test(error.message)) return without("too-large");
    silences.set(origin, silence + 1);
    return without("unreachable", error.message);
  }
}

// Both who reads and who receives count the bytes; either may stop first.
const tooLarge = /larger than|UND_ERR_RES_EXCEEDED_MAX_SIZE/;

function read({ status, url, headers, body }: Answer, known: Remembered | null): Outcome<Asked, NoFile> {
  if (status === 304 && known !== null) return done({ news: false, url, known });
  if (status !== 200) return without(refusalOf(status), `HTTP ${status}`);
  const digest = createHash("sha256").update(body).digest("base64url");
  if (digest === known?.digest) return done({ news: false, url, known });
  return done({ news: true, url, again: known !== null, bytes: body, digest, etag: markOf(headers["etag"]) });
}

function refusalOf(status: number): FileRefusal {
  if (status === 404 || status === 410) return "not-found";
  return [301, 302, 303, 307, 308].includes(status) ? "too-many-redirects" : "bad-answer";
}

/** An ETag that can be sent back. */
function markOf(said: string | string[] | undefined): string | null {
  return typeof said === "string" && /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/.test(said) ? said : null;
}

function without(reason: FileRefusal, detail: string | null = null): Outcome<never, NoFile> {
  return refused({ reason, detail });
}
