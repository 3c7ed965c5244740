import type { Transaction } from "../foundation/database.ts";
import { hostParty } from "../funding/parties.ts";
import {
  changeProposal,
  findProposalFrom,
  makeProposal,
  type ProposalContent,
  withdrawProposal,
} from "../funding/proposals.ts";
import { findFunding } from "../funding/queries.ts";
import type { JointPaper } from "./joint.ts";
import { findPaper } from "./queries.ts";

/**
 * A joint answer as the request has it, once all have signed and as long as they do: one answer that names all of them.
 * A request that takes no answer any more keeps what it has.
 */
export async function settleAnswer(
  tx: Transaction,
  id: string,
  { origin, event, now }: { readonly origin: string; readonly event: string; readonly now: Date },
): Promise<void> {
  const paper = await findPaper(tx, id);
  const code = paper?.kind === "answer" ? codeIn(paper.about, origin) : null;
  if (paper === null || code === null || (await findFunding(tx, code)) === null) return;
  const { id: by } = await hostParty(tx, now);
  const known = await findProposalFrom(tx, `joint:${id}:`);
  const content = paper.state === "published" ? contentOf(paper) : null;
  if (content === null) {
    if (known !== null) await withdrawProposal(tx, code, known.id, { by, now });
  } else if (known === null) {
    await makeProposal(tx, code, content, { by, now, site: origin, source: `joint:${id}:${event}` });
  } else await changeProposal(tx, code, known.id, content, { by, now });
}

const codeIn = (about: string | null, origin: string): string | null => {
  const url = about === null ? null : URL.parse(about);
  return url?.origin === origin ? (/^\/funding\/([a-z0-9]+)$/.exec(url.pathname)?.[1] ?? null) : null;
};

function contentOf({ inForce }: JointPaper): ProposalContent | null {
  if (inForce === null) return null;
  const { text, total, parts, liability } = inForce.terms;
  const rolesOf = (actor: string) => parts.find((part) => part.actor === actor)?.roles ?? [];
  return {
    ...{ visibility: "everyone", text: text ?? "", ready: null, terms: liability, url: null },
    ...{ amount: total?.amount ?? null, currency: total?.currency ?? null, period: total?.period ?? null },
    partners: inForce.partners.map(({ actor, name, page }) => ({ actor, name, page, roles: rolesOf(actor) })),
  };
}
