import type { KeyObject } from "node:crypto";
import { Unreachable } from "../../src/foundation/errors.ts";
import { type Answer, type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import { readRetryAfter } from "./schedule.ts";
import { signDraftCavage, signRfc9421 } from "./signatures.ts";

/** How a server wants deliveries signed. */
export type Scheme = "draft-cavage" | "rfc9421";

/** Whose signature a delivery carries. */
export interface Sender {
  readonly keyId: string;
  readonly key: KeyObject;
}

/** What came of one try. `refused`: the server is well but does not take this; `down`: it cannot for the moment. */
export type Reply =
  | { readonly kind: "taken" }
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly status: number; readonly problem: string; readonly retryAfter: number | null }
  | {
      readonly kind: "down";
      readonly status: number | null;
      readonly problem: string;
      readonly retryAfter: number | null;
    };

/** One try to deliver. */
export interface Post {
  readonly inbox: string;
  readonly body: string;
  readonly sender: Sender;
  /** The scheme that is tried first. */
  readonly scheme: Scheme;
}

/** Posts an activity; a 401 is answered once with the other signature scheme. `scheme` is the one that got through. */
export async function post(
  outbound: Outbound,
  asked: Post,
): Promise<{ readonly reply: Reply; readonly scheme: Scheme }> {
  const { scheme } = asked;
  try {
    const first = await knock(outbound, asked);
    if (first.status !== 401) return { reply: readReply(first), scheme };
    const other: Scheme = scheme === "rfc9421" ? "draft-cavage" : "rfc9421";
    const second = await knock(outbound, { ...asked, scheme: other });
    return { reply: readReply(second), scheme: second.status === 401 ? scheme : other };
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof RefusedAddress)) throw error;
    return { reply: { kind: "down", status: null, problem: error.message, retryAfter: null }, scheme };
  }
}

// Private activities carry nothing but this signature: nobody who receives one can prove it to a third.
async function knock(outbound: Outbound, { inbox, body, sender, scheme }: Post): Promise<Answer> {
  const sign = scheme === "rfc9421" ? signRfc9421 : signDraftCavage;
  const signed = await sign({ method: "POST", url: inbox, body, ...sender });
  const headers = { ...signed, "content-type": "application/activity+json" };
  return outbound.request(inbox, { method: "POST", headers, body, redirects: 0, maxBytes: 65_536, deadlineMs: 10_000 });
}

function readReply({ status, headers }: Answer): Reply {
  if (status >= 200 && status < 300) return { kind: "taken" };
  if (status === 410) return { kind: "gone" };
  const obeyed = status === 429 || status === 503;
  const retryAfter = obeyed ? readRetryAfter(headers["retry-after"], new Date()) : null;
  return { kind: status >= 500 ? "down" : "refused", status, problem: `answered ${status}`, retryAfter };
}
