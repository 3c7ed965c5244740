import { z } from "zod";
import { type Addresses, addressesWithin, isPublicAddress } from "../../foundation/address-ranges.ts";
import { type Echo, isEcho } from "../../foundation/echo.ts";
import { jsonOf } from "../../foundation/json.ts";
import type { Answer } from "../../foundation/outbound.ts";
import type { Secret } from "../../foundation/secret.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** An address that the doctor says it comes from: nobody's, so that a proxy which believes it is found out. */
export const inventedAddress = "192.0.2.77";

const EchoAnswer = z.object({
  seen: z.object({
    host: z.string().nullable(),
    from: z.string().nullable(),
    forwardedFor: z.string().nullable(),
    forwardedProto: z.string().nullable(),
  }),
  proof: z.string(),
});

/** What the process behind ORIGIN says that a request looked like; a finding when none of ours says so. */
export function readEcho(answer: Answer, secret: Secret, token: string): Echo | Finding {
  if (answer.status >= 500) {
    return fault(
      "proxy",
      `The proxy answers ${answer.status}: it does not reach Essaim.`,
      "Start Essaim, and let the proxy send requests to BIND and PORT.",
    );
  }
  const read = EchoAnswer.safeParse(jsonOf(answer.body.toString("utf8")));
  if (read.success && isEcho(secret, token, read.data)) return read.data;
  return fault(
    "proxy",
    "What answers at ORIGIN is not this instance, or has another secret or version.",
    "Let the proxy send requests to this instance, and give all its processes the same SECRET_FILE.",
  );
}

/** Whether the proxy passes on who asks, for what and how, and whether it is believed. */
export function checkProxy({ seen }: Echo, origin: string, trustedProxies: readonly string[]): Finding {
  const { host, protocol } = new URL(origin);
  if (seen.host !== host) {
    return fault(
      "proxy",
      `A request for ${host} arrives as one for ${seen.host ?? "nobody"}, and other servers' messages are refused.`,
      "Let the proxy keep the Host header (nginx: proxy_set_header Host $host).",
    );
  }
  if (protocol === "http:") return fine("proxy", "Requests arrive as they were sent.");
  const forwarded = seen.forwardedFor?.split(",").map((address) => address.trim()) ?? [];
  if (forwarded.length === 0) return notForwarded(seen.from);
  if (forwarded.at(-1) === inventedAddress) {
    return fault(
      "proxy",
      "The proxy passes X-Forwarded-For on as the client wrote it: anyone can pretend to be anyone.",
      "Let the proxy write it (nginx: proxy_set_header X-Forwarded-For $remote_addr).",
    );
  }
  if (seen.forwardedProto !== "https") {
    return warning(
      "proxy",
      `The proxy says that the request came by ${seen.forwardedProto ?? "nothing (X-Forwarded-Proto is missing)"}.`,
      "Let the proxy say so (nginx: proxy_set_header X-Forwarded-Proto $scheme).",
    );
  }
  return believed(seen.from ?? "", addressesWithin(trustedProxies));
}

function notForwarded(from: string | null): Finding {
  if (from !== null && isPublicAddress(from)) return fine("proxy", "Requests arrive from those who send them.");
  return warning(
    "proxy",
    "The proxy does not say who asks: for Essaim all visitors are one.",
    "Let the proxy send X-Forwarded-For (nginx: proxy_set_header X-Forwarded-For $remote_addr).",
  );
}

function believed(from: string, trusted: Addresses): Finding {
  const plain = from.replace(/^::ffff:/, "");
  return trusted(from)
    ? fine("proxy", `The proxy at ${plain} passes on who asks, and is believed.`)
    : warning(
        "proxy",
        `Requests come from the proxy at ${plain}, which TRUSTED_PROXIES does not name: what it says of visitors is not believed.`,
        `Set TRUSTED_PROXIES=${plain}/${plain.includes(":") ? 128 : 32}.`,
      );
}

const Webfinger = z.object({
  subject: z.string(),
  links: z.array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() })),
});

/** Whether others who look for an account of ours are led to the actor that it is. */
export function checkWebfinger(answer: Answer, account: string, actor: string): Finding {
  const pass = "Let the proxy pass /.well-known/ on to Essaim, unchanged.";
  if (answer.status !== 200) return fault("webfinger", `Who looks for @${account} is answered ${answer.status}.`, pass);
  const read = Webfinger.safeParse(jsonOf(answer.body.toString("utf8")));
  if (!read.success) return fault("webfinger", `Who looks for @${account} gets something else than an account.`, pass);
  const self = read.data.links.find(
    ({ rel, type }) => rel === "self" && /^application\/(activity|ld)\+json/.test(type ?? ""),
  );
  if (read.data.subject === `acct:${account}` && self?.href === actor)
    return fine("webfinger", `Others find @${account}.`);
  return fault(
    "webfinger",
    `Who looks for @${account} is led to ${self?.href ?? "nobody"} (${read.data.subject}), not to ${actor}.`,
    "Another program or another instance answers under this name: let the proxy send /.well-known/ to this one.",
  );
}

/** Whether other servers get the document of an actor, and not the page for people. */
export function checkActor(answer: Answer, actor: string): Finding {
  const read = z.object({ id: z.string() }).safeParse(jsonOf(answer.body.toString("utf8")));
  if (answer.status === 200 && read.success && read.data.id === actor)
    return fine("actor", `Others can read ${actor}.`);
  return fault(
    "actor",
    `Other servers that ask for ${actor} get ${answer.status === 200 ? "something else" : answer.status}.`,
    "Let the proxy pass the Accept header and all paths on, and keep no copies of its own.",
  );
}

/** Whether what other servers post gets through: an unsigned activity must be refused, and by Essaim. */
export function checkInbox(answer: Answer): Finding {
  const problem = String(answer.headers["content-type"] ?? "").startsWith("application/problem+json");
  if (problem && answer.status === 421)
    return fault(
      "inbox",
      "What other servers post is refused (421): it arrives under another name than ORIGIN's.",
      "Let the proxy keep the Host header (nginx: proxy_set_header Host $host).",
    );
  if (problem && answer.status < 500) return fine("inbox", "What other servers post gets through.");
  return fault(
    "inbox",
    `What other servers post does not get through: the answer is ${answer.status}.`,
    "Let the proxy pass on POST requests to /inbox and /ap/, whatever their content type.",
  );
}
