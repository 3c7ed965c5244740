import { z } from "zod";
import { activityStreams, namespace } from "./contexts.ts";
import { type Exchange, type Written, writeBetween } from "./exchange.ts";
import { escapeHtml } from "./html.ts";
import { plainly } from "./plainly.ts";
import { reference } from "./shapes.ts";
import { termsRel } from "./stamp.ts";

/** Between the proposal that answers a funding request and all that it says. */
const answerRel = `${namespace}answersRequest`;

const vf = { vf: "https://w3id.org/valueflows/ont/vf#", Proposal: "vf:Proposal", purpose: "vf:purpose" };
const context = [activityStreams, vf];

/** What a host answers to a funding request: a proposal of its own, with where all of it is to be read. */
export interface AnswerProposal {
  readonly id: string;
  /** The actor of the host that answers. */
  readonly by: string;
  /** The proposal of the request. */
  readonly request: string;
  readonly name: string;
  /** Where all of it is. */
  readonly sheet: string;
  /** Where those who sign it find its terms; null for everybody else. */
  readonly terms: string | null;
  readonly published: Date;
  readonly changed: Date;
  readonly to: readonly string[];
}

export function writeAnswerProposal({ id, by, request, name, sheet, terms, published, changed, to }: AnswerProposal) {
  const link = (rel: string, href: string) => ({ type: "Link", rel: [rel], mediaType: "application/json", href });
  return {
    "@context": context,
    ...{ id, type: "Proposal", purpose: "offer", attributedTo: by, context: request, name },
    ...{ published: published.toISOString(), updated: changed.toISOString() },
    attachment: [link(answerRel, sheet), ...(terms === null ? [] : [link(termsRel, terms)])],
    to,
  };
}

const Document = z.object({
  id: z.url().max(2_048),
  type: z.literal("Proposal"),
  purpose: z.literal("offer"),
  attributedTo: reference,
  context: reference,
  attachment: z.preprocess(
    (links) => (Array.isArray(links) ? links : [links]),
    z.array(z.object({ rel: z.union([z.string(), z.array(z.string())]), href: z.url().max(2_048) }).loose()),
  ),
});

/** An answer to a request from its document; null when this is none. */
export function readAnswerProposal(json: unknown): Pick<AnswerProposal, "id" | "by" | "request" | "sheet"> | null {
  const read = Document.safeParse(shallow(json)).data;
  const sheet = read?.attachment.find(({ rel }) => [rel].flat().includes(answerRel))?.href;
  if (read === undefined || sheet === undefined) return null;
  return { id: read.id, by: read.attributedTo, request: read.context, sheet };
}

// Only names of members are shortened: a list of one link stays a list.
const shallow = (json: unknown): unknown => {
  const plain = plainly(json);
  return typeof plain === "object" && plain !== null && typeof json === "object" && json !== null
    ? { ...plain, ...("attachment" in json && { attachment: json.attachment }) }
    : plain;
};

/** Whether what is offered is an answer to a request, as far as what came along says. */
export const isProposal = (object: unknown): boolean => Named.safeParse(plainly(object)).success;
const Named = z.object({ type: z.literal("Proposal"), id: z.string() });

/** A host answers a request: where, stands in it; what, is to be fetched there. */
export function writeAnswerOffer(exchange: Exchange, { proposal, request, published }: Offered): Written {
  const object = { id: proposal, type: "Proposal", attributedTo: exchange.actor, context: request };
  const said = { object, target: exchange.to, published: published.toISOString() };
  return writeBetween(exchange, "Offer", said, context);
}

interface Offered {
  readonly proposal: string;
  readonly request: string;
  readonly published: Date;
}

/** What has become of an answer: it is shown (`TentativeAccept`), chosen (`Accept`), or not taken (`Reject`, with the reason). */
export function writeStanding(
  exchange: Exchange,
  type: "TentativeAccept" | "Accept" | "Reject",
  offer: string,
  why: { readonly reason: string; readonly language: string } | null,
): Written {
  if (why === null) return writeBetween(exchange, type, { object: offer });
  const content = `<p>${escapeHtml(why.reason)}</p>`;
  return writeBetween(exchange, type, { object: offer, content, contentMap: { [why.language]: content } });
}
