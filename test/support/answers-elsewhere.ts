import type { FundingRequest } from "../../src/funding/funding.ts";
import type { FundingProposal, ProposalContent } from "../../src/funding/proposal.ts";
import { chooseProposal, listProposals } from "../../src/funding/proposals.ts";
import { inviteAll } from "../../src/joint/changes.ts";
import { beginAnswer } from "../../src/joint/drafting.ts";
import { acceptInvitation } from "../../src/joint/invitations.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import { findInvitationTo, findPaper } from "../../src/joint/queries.ts";
import { findListedAt } from "../../src/listed-funding/queries.ts";
import { findSentAnswer } from "../../src/sent-answers/queries.ts";
import { stateOfSentAnswer } from "../../src/sent-answers/sent-answer.ts";
import { eventually } from "./eventually.ts";
import { must, someFunding } from "./funding.ts";
import { hostOf } from "./joint.ts";
import type { TestSite } from "./site.ts";

/** What one host says that it would do. */
export const said = (text: string, more: Partial<ProposalContent> = {}): ProposalContent => ({
  ...{ visibility: "everyone", text, amount: 58_000, currency: "EUR", period: "year", ready: "2027-03-01" },
  ...{ terms: "Partez quand vous voulez.", url: null, ...more },
});

/** A request that is open at one site, and that the others have heard of. */
export async function openAt(home: TestSite, others: readonly TestSite[], title: string): Promise<FundingRequest> {
  const request = await someFunding(home.db, new Date(), { title });
  for (const other of others) await copyAt(other, home, request);
  return request;
}

/** What a site shows of a request of another. */
export const copyAt = (site: TestSite, home: TestSite, { code }: Pick<FundingRequest, "code">) =>
  eventually(() => findListedAt(site.db, `${home.origin}/funding/${code}`));

/** The answers to a request, as whoever asks reads them. */
export const answersTo = (home: TestSite, request: FundingRequest): Promise<readonly FundingProposal[]> =>
  listProposals(home.db, request, request.requester.id);

/** The only answer to a request, once it is as it should be. */
export const answerWhen = (home: TestSite, request: FundingRequest, fits: (one: FundingProposal) => boolean) =>
  eventually(async () => {
    const [only, ...more] = await answersTo(home, request);
    return only !== undefined && more.length === 0 && fits(only) ? only : null;
  });

/** Whoever asks chooses it; null when that was refused, with the reason thrown away by nobody. */
export const choose = (home: TestSite, { code, requester }: FundingRequest, id: string) =>
  home.db.transaction().execute((tx) => chooseProposal(tx, code, id, { by: requester.id, now: new Date() }));

/** Waits until a site that answered knows so much of its answer. */
export const untilSent = ({ db }: TestSite, id: string, state: string) =>
  eventually(async () => {
    const sent = await findSentAnswer(db, id);
    return sent !== null && stateOfSentAnswer(sent) === state ? sent : null;
  });

/** One leads an answer with others to a request that is somewhere else, and asks them to sign it. */
export async function answerTogether(
  [lead, ...others]: readonly [TestSite, ...TestSite[]],
  home: TestSite,
  request: FundingRequest,
): Promise<JointPaper> {
  const { actor: own } = await hostOf(lead);
  const partners = await Promise.all(others.map(hostOf));
  const now = new Date();
  return lead.db.transaction().execute(async (tx) => {
    const begun = must(
      await beginAnswer(
        tx,
        {
          ...{ about: `${home.origin}/funding/${request.code}`, title: request.content.title, language: "fr" },
          ...{ text: "Nous hébergeons, et l’autre forme.", partners },
          total: { amount: 60_000, currency: "EUR", period: "year" },
        },
        { now, own },
      ),
    );
    return must(await inviteAll(tx, begun.id, { now, own }));
  });
}

/** A partner signs the version that is asked for. */
export async function signAt(partner: TestSite, lead: TestSite, { id, version }: Pick<JointPaper, "id" | "version">) {
  const invitation = await eventually(async () => {
    const found = await findInvitationTo(partner.db, `${lead.origin}/ap/proposals/${id}`);
    return found?.version === version ? found : null;
  });
  must(await partner.db.transaction().execute((tx) => acceptInvitation(tx, invitation.id, version, new Date())));
  return invitation.id;
}

export async function paperOf({ db }: TestSite, id: string): Promise<JointPaper> {
  const paper = await findPaper(db, id);
  if (paper === null) throw new Error(`no paper ${id}`);
  return paper;
}
