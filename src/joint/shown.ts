import { z } from "zod";
import { StoredOffer } from "../offers/form.ts";
import { StoredTerms } from "../offers/joint-form.ts";
import { versionOf } from "../offers/substance.ts";
import { StoredOthers } from "./form.ts";
import { jointKinds, jointStates } from "./joint.ts";
import type { ShownPaper } from "./receiving.ts";

/** The largest sheet of terms that is read, in bytes of JSON. */
const largest = 128 * 1024;

/**
 * What another host asks ours to sign, from the JSON of its terms with amounts in cents; null when it cannot be read, when it
 * is of another origin, or when its version is not that of what it says: what is signed is what is read.
 */
export function readShownPaper(
  json: unknown,
  { origin, proposal }: { readonly origin: string; readonly proposal: string },
): ShownPaper | null {
  const text = JSON.stringify(json) ?? "";
  if (Buffer.byteLength(text) > largest || text.includes("\\u0000")) return null;
  const { data } = Document.safeParse(json);
  if (data === undefined || data.proposal !== proposal || !isSound(data, Raw.parse(json))) return null;
  const addresses = [data.lead.actor, data.lead.page, data.page ?? proposal, data.announcement ?? proposal];
  if (!addresses.every((one) => isAt(one, origin))) return null;
  const { offer: content, ...shown } = data;
  return { ...shown, content };
}

/** Whether its version is that of what it says, of its kind. */
function isSound({ kind, title, about, version, offer }: z.infer<typeof Document>, raw: z.infer<typeof Raw>): boolean {
  const signed = { title, about, content: raw.offer ?? null, terms: raw.terms };
  return versionOf(signed) === version && (kind === "offer") === (offer !== null);
}

const isAt = (address: string, origin: string): boolean => URL.canParse(address) && new URL(address).origin === origin;

const address = z.url({ protocol: /^https?$/ }).max(2_048);
const name = z.string().trim().min(1).max(300);

const Document = z.object({
  ...{ kind: z.enum(jointKinds), lead: z.object({ actor: address, name, page: address }), proposal: address },
  ...{ state: z.enum(jointStates), title: name, language: z.string().max(35), page: address.nullable() },
  ...{ about: address.nullable(), version: z.string().min(1).max(200), inForce: z.string().max(200).nullable() },
  announcement: address.nullable().default(null),
  chosen: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
  ...{ partners: StoredOthers, terms: StoredTerms, offer: StoredOffer.nullable().default(null) },
});

// As it came: a later version may say more than this one knows, and it is signed all the same.
const Raw = z.object({ offer: z.record(z.string(), z.unknown()).nullish(), terms: StoredTerms.loose() });
