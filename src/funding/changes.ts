import { randomInt, randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { claimHandle, suggestHandle } from "../hosts/handles.ts";
import { type FundingDraft, StoredContent } from "./form.ts";
import { type FundingRequest, isOver, type Party } from "./funding.ts";
import { type FundingRole, type LifeRefusal, roleOf } from "./life.ts";
import { holdFunding } from "./lock.ts";
import { moveFunding } from "./moving.ts";
import { findFunding, findFundingById } from "./queries.ts";
import { closingOf, isLacking, refusalsToTerms, refusalToTerms, type TermsRefusal } from "./terms.ts";

export type FundingRefusal =
  | LifeRefusal
  | TermsRefusal
  | "terms-frozen"
  | "no-extension-announced"
  | "extended-already"
  | "deadline-passed"
  | "nothing-to-reopen"
  | "confirmations-pending";

/** Writes a request down for whoever asks; nobody else sees it before it is opened. */
export async function draftFunding(
  tx: Transaction,
  draft: FundingDraft,
  { requester, steward = null, previous = null, original = null, unfinished = false, now }: Drafting,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const reason = refusalToKeep(draft, unfinished, now);
  if (reason !== null) return refused(reason);
  const id = randomUUID();
  const row = {
    ...{
      id,
      requester: requester.id,
      steward: steward?.id ?? null,
      previous,
      original,
      state: "draft",
      created: now,
      changed: now,
    },
    ...columnsOf(draft),
  };
  for (let signs = 4; ; signs += 1) {
    const written = await tx
      .insertInto("fundingRequests")
      .values({ ...row, code: codeOf(signs) })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (written) return done(await need(tx, id));
    if (signs === 8) throw new Conflict("no code could be found for the request");
  }
}

interface Drafting {
  readonly requester: Party;
  /** Who signs for all, where that is somebody known here. */
  readonly steward?: Party | null;
  /** The failed request that this one tries anew. */
  readonly previous?: string | null;
  /** The address of who asks's own post of it, on their own server. */
  readonly original?: string | null;
  /** What is not said yet keeps it from being opened only. */
  readonly unfinished?: boolean;
  readonly now: Date;
}

function refusalToKeep(draft: FundingDraft, unfinished: boolean, now: Date): TermsRefusal | null {
  return refusalsToTerms(draft, now).find((refusal) => !(unfinished && isLacking(refusal))) ?? null;
}

// None that could be taken for another, and no vowels: no code is a word.
const signs = "23456789bcdfghjkmnpqrstvwxz";

function codeOf(length: number): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
}

/** Puts other words and terms in the place of a draft's; once it is open, what is said to it is news. */
export async function redraftFunding(
  tx: Transaction,
  code: string,
  draft: FundingDraft,
  { by, unfinished = false, now }: Deed & Pick<Drafting, "unfinished">,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const request = await lockFunding(tx, code);
  if (roleOf(request, by) !== "requester") return refused("not-allowed");
  if (request.state !== "draft") return refused("terms-frozen");
  const reason = refusalToKeep(draft, unfinished, now);
  if (reason !== null) return refused(reason);
  await tx
    .updateTable("fundingRequests")
    .set({ ...columnsOf(draft), changed: now, version: request.version + 1 })
    .where("id", "=", request.id)
    .execute();
  return done(await need(tx, request.id));
}

/** What somebody does to a request, and when. */
export interface Deed {
  /** The id of the party that acts. */
  readonly by: string;
  readonly now: Date;
}

/** Shows a draft to everyone, and takes promises; from now on its terms stand. Its actor has a name from here on. */
export async function openFunding(
  tx: Transaction,
  code: string,
  { by, now }: Deed,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const request = await lockFunding(tx, code);
  const reason = request.state === "draft" ? refusalToTerms(request, now) : null;
  if (reason !== null) return refused(reason);
  const opened = await moveFunding(tx, request, {
    act: "open",
    role: roleOf(request, by),
    now,
    moved: { opened: now },
  });
  if (!opened.done) return opened;
  await nameCampaign(tx, request);
  return done(await need(tx, request.id));
}

async function nameCampaign(tx: Transaction, { id, code }: FundingRequest): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const claimed = await claimHandle(tx, { id, name: await suggestHandle(tx, `fonds_${code}`), kind: "campaign" });
    if (claimed.done) return;
  }
  throw new Conflict(`no name could be found for the request ${code}`);
}

/** Moves the deadline to the later one that was announced at the opening, once, while there is still time. */
export async function extendFunding(
  tx: Transaction,
  code: string,
  { by, now }: Deed,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const request = await lockFunding(tx, code);
  const { extension } = request.terms;
  if (roleOf(request, by) !== "other" && request.state !== "draft") {
    if (extension === null) return refused("no-extension-announced");
    if (request.extended !== null) return refused("extended-already");
    if (isOver(request, now)) return refused("deadline-passed");
  }
  const moved = { extended: now, closes: extension === null ? request.closes : closingOf(extension) };
  return moveFunding(tx, request, { act: "extend", role: roleOf(request, by), now, moved });
}

/** Gives a request up; whoever promised owes nothing. In the role of the instance, its stewards do so for whoever asked. */
export async function cancelFunding(
  tx: Transaction,
  code: string,
  { by, role, now }: Deed & { readonly role?: FundingRole },
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const request = await lockFunding(tx, code);
  return moveFunding(tx, request, { act: "cancel", role: role ?? roleOf(request, by), now, moved: { ended: now } });
}

/** Writes a request that failed down anew, with less; those who had promised are asked again, and nothing of theirs is carried over. */
export async function reopenFunding(
  tx: Transaction,
  code: string,
  draft: FundingDraft,
  { by, now, ...kept }: Deed & Pick<Drafting, "unfinished">,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const failed = await lockFunding(tx, code);
  const { requester, steward, id: previous } = failed;
  if (requester.id !== by) return refused("not-allowed");
  if (failed.state !== "failed") return refused("nothing-to-reopen");
  return draftFunding(tx, draft, { requester, steward, previous, now, ...kept });
}

/** The request as it stands, and as it stays until this transaction ends: nobody promises meanwhile. */
export async function lockFunding(tx: Transaction, code: string): Promise<FundingRequest> {
  const known = await findFunding(tx, code);
  if (known === null) throw new NotFound(`there is no funding request ${code}`);
  await holdFunding(tx, known.id);
  return need(tx, known.id);
}

async function need(tx: Transaction, id: string): Promise<FundingRequest> {
  const request = await findFundingById(tx, id);
  if (request === null) throw new NotFound("the funding request is gone");
  return request;
}

function columnsOf({ terms, content }: FundingDraft) {
  const { kind, goal, minimumPledge, maximumPledge, cap, deadline, extension, license } = terms;
  return {
    ...{ ...goal, kind, minimumPledge, maximumPledge, cap, license },
    closes: deadline === null ? null : closingOf(deadline),
    extension: extension === null ? null : closingOf(extension),
    content: JSON.stringify(StoredContent.parse({ ...content, deadline, extension })),
  };
}
