import { z } from "zod";
import { type ProposalPartner, type SignedAnswer, StoredProposal } from "../funding/proposal.ts";
import { versionOf } from "../offers/substance.ts";
import type { ShownAnswer } from "./received-answer.ts";

/** The largest answer that is read, in bytes of JSON. */
const largest = 128 * 1024;

/**
 * An answer from the JSON of its sheet with amounts in cents; null when it cannot be read, when it is of another origin, or,
 * of several hosts, when its version is not that of what it says or when not each of those named in the terms has signed.
 */
export function readShownAnswer(
  json: unknown,
  { origin, proposal, actor }: { readonly origin: string; readonly proposal: string; readonly actor: string },
): ShownAnswer | null {
  const text = JSON.stringify(json) ?? "";
  if (Buffer.byteLength(text) > largest || text.includes("\\u0000")) return null;
  const { data } = Sheet.safeParse(json);
  if (data === undefined || data.proposal !== proposal || data.by.actor !== actor) return null;
  if (new URL(data.by.page).origin !== origin) return null;
  const { answer: content, ...rest } = data;
  const { partners, joint } = content;
  if ((partners === null) !== (joint === null)) return null;
  if (joint !== null && partners !== null && !isSound({ ...data, joint, partners })) return null;
  return { ...rest, content };
}

interface Signed extends Pick<z.infer<typeof Sheet>, "title" | "about" | "by"> {
  readonly joint: SignedAnswer;
  readonly partners: readonly ProposalPartner[];
}

/** Whether it is of the lead who sends it, names all who have a part, each with a signature at its own site, and is the version that it says. */
function isSound({ title, about, by, joint, partners }: Signed): boolean {
  const { lead, version, terms } = joint;
  const named = [lead, ...partners].map(({ actor }) => actor);
  const parts = terms.parts.map(({ actor }) => actor);
  return (
    lead.actor === by.actor &&
    lead.page === by.page &&
    partners.length > 0 &&
    named.length === parts.length &&
    new Set([...named, ...parts]).size === parts.length &&
    partners.every(isAtHome) &&
    versionOf({ title, about, content: null, terms }) === version
  );
}

const isAtHome = ({ actor, page, stamp }: ProposalPartner): boolean =>
  [actor, page, stamp].every((one) => one !== null && URL.canParse(one)) &&
  new Set([actor, page, stamp].map((one) => new URL(one ?? "").origin)).size === 1;

const address = z.url({ protocol: /^https?$/ }).max(2_048);
const name = z.string().trim().min(1).max(300);

const Sheet = z.object({
  ...{ proposal: address, request: address, about: address, title: name },
  by: z.object({ actor: address, name, page: address }),
  state: z.enum(["offered", "suspended"]),
  version: z.int().min(1).max(1_000_000_000),
  answer: StoredProposal,
});
