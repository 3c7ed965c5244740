import { draftJoint, inviteAll } from "../../src/joint/changes.ts";
import type { JointInvitation, JointPaper, Named } from "../../src/joint/joint.ts";
import { findPaper, listInvitations } from "../../src/joint/queries.ts";
import { createOffer } from "../../src/offers/changes.ts";
import type { JointTerms } from "../../src/offers/joint-terms.ts";
import { nextcloud } from "./federated.ts";
import type { TestSite } from "./site.ts";

/** A host as others name it. */
export async function hostOf({ db, origin }: TestSite): Promise<Named> {
  const row = await db
    .selectFrom("hosts")
    .innerJoin("handles", "handles.id", "hosts.id")
    .select(["hosts.id", "handles.name"])
    .executeTakeFirstOrThrow();
  return { actor: `${origin}/ap/actors/${row.id}`, name: row.name, page: `${origin}/@${row.name}` };
}

const roles = [["lead", "hosting"], ["training"], ["support"]];

/** Terms between these: the first leads. */
function termsBetween(hosts: readonly Named[], more: Partial<JointTerms> = {}): JointTerms {
  const parts = hosts.map(({ actor }, at) => ({ actor, roles: roles[at] ?? [], share: null, does: null }));
  return {
    ...{ text: null, parts, invoicing: hosts[0]?.actor ?? "", supportEntry: null, liability: null, total: null },
    onLeaving: { mode: "suspend", words: "Nous vous préviendrons ici." },
    ...more,
  };
}

/** The first of these sites drafts an offer with the others, and asks them to sign it. */
export async function draftTogether(
  sites: readonly [TestSite, ...TestSite[]],
  more: Partial<JointTerms> = {},
): Promise<JointPaper> {
  const [lead, ...others] = sites;
  return draftWith(lead, await Promise.all(others.map(hostOf)), more);
}

/** The same with hosts that need not be sites of ours. */
export async function draftWith(
  lead: TestSite,
  others: readonly Named[],
  more: Partial<JointTerms> = {},
): Promise<JointPaper> {
  const first = await hostOf(lead);
  const [own, hosts] = [first.actor, [first, ...others]];
  const now = new Date();
  return lead.db.transaction().execute(async (tx) => {
    const offer = await createOffer(tx, { ...nextcloud, title: "Nextcloud à plusieurs" }, { now });
    if (!offer.done) throw new Error(offer.reason);
    const drafting = { kind: "offer", offer: offer.value, about: null, title: "", language: "fr", hosts } as const;
    const terms = termsBetween(hosts, more);
    const title = offer.value.content.title;
    const drafted = await draftJoint(tx, { ...drafting, title, terms }, { now, own });
    if (!drafted.done) throw new Error(drafted.reason);
    const asked = await inviteAll(tx, drafted.value.id, { now, own });
    if (!asked.done) throw new Error(asked.reason);
    return asked.value;
  });
}

export async function paperAt({ db }: TestSite, id: string): Promise<JointPaper> {
  const paper = await findPaper(db, id);
  if (paper === null) throw new Error(`no paper ${id}`);
  return paper;
}

/** What this site is asked to sign; null while it is asked nothing. */
export async function invitationAt({ db }: TestSite): Promise<JointInvitation | null> {
  return (await listInvitations(db))[0] ?? null;
}

/** Whether a site lists an offer of this title for everybody. */
export async function lists({ db }: TestSite, title: string): Promise<boolean> {
  const rows = await db.selectFrom("catalogueOffers").select("content").execute();
  return rows.some(({ content }) => (content as { title?: unknown }).title === title);
}
