import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { breakAnswer, type SignedContent, standTogether } from "../funding/joint-answers.ts";
import { hostParty } from "../funding/parties.ts";
import { findProposalFrom, withdrawProposal } from "../funding/proposals.ts";
import { findFunding } from "../funding/queries.ts";
import type { JointPaper, Named } from "./joint.ts";
import { findPaper } from "./queries.ts";

/** What an answer is settled with. */
export interface Settling {
  readonly origin: string;
  readonly event: string;
  /** Our own host. */
  readonly own: Named;
  readonly now: Date;
}

/**
 * A joint answer as the request has it, once all have signed and as long as they do: one answer that names all of them.
 * As soon as one does not, it is shown as broken; given up by its lead, it is taken back.
 */
export async function settleAnswer(tx: Transaction, id: string, { origin, event, own, now }: Settling): Promise<void> {
  const paper = await findPaper(tx, id);
  const code = paper?.kind === "answer" ? codeIn(paper.about, origin) : null;
  if (paper === null || code === null || (await findFunding(tx, code)) === null) return;
  const { id: by } = await hostParty(tx, now);
  const known = (await findProposalFrom(tx, `joint:${id}:`))?.id ?? null;
  const content = paper.state === "published" ? answerOf(paper, own) : null;
  if (content !== null)
    await standTogether(tx, code, known, content, { by, now, site: origin, source: `joint:${id}:${event}` });
  else if (known !== null && paper.state === "withdrawn") await withdrawProposal(tx, code, known, { by, now });
  else if (known !== null) await breakAnswer(tx, code, known, now);
}

/** The code of the request of this site that an address names; null for any other address. */
export const codeIn = (about: string | null, origin: string): string | null => {
  const url = about === null ? null : URL.parse(about);
  return url?.origin === origin ? (/^\/funding\/([a-z0-9]+)$/.exec(url.pathname)?.[1] ?? null) : null;
};

/** What all have signed, as the answer to a request; null while nothing is in force. */
export function answerOf({ inForce, language }: Pick<JointPaper, "inForce" | "language">, own: Named) {
  if (inForce === null) return null;
  const { version, terms, partners } = inForce;
  const { text, total, parts, liability } = terms;
  const rolesOf = (actor: string) => parts.find((part) => part.actor === actor)?.roles ?? [];
  return {
    ...{ visibility: "everyone", text: text ?? "", ready: null, terms: liability, url: null },
    ...{ amount: total?.amount ?? null, currency: total?.currency ?? null, period: total?.period ?? null },
    partners: partners.map(({ actor, name, page, stamp }) => ({ actor, name, page, stamp, roles: rolesOf(actor) })),
    joint: { lead: own, version, terms, language },
  } satisfies SignedContent;
}

/** The paper whose answer to a request of this site is this one, once it is chosen; null for every other. */
export async function findPaperChosen(reader: Reader, proposal: string): Promise<string | null> {
  const row = await reader
    .selectFrom("fundingProposals")
    .select(sql<string>`split_part(source, ':', 2)`.as("paper"))
    .where("id", "=", proposal)
    .where("state", "=", "chosen")
    .where("source", "like", "joint:%")
    .executeTakeFirst();
  return row?.paper ?? null;
}
