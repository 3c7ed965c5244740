import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { StoredOffer } from "../offers/form.ts";
import { StoredTerms } from "../offers/joint-form.ts";
import { StoredInForce, StoredOthers } from "./form.ts";
import {
  type JointComment,
  type JointInvitation,
  type JointKind,
  type JointPaper,
  type JointPartner,
  type JointStamp,
  type JointState,
  type Named,
  partOf,
} from "./joint.ts";

/** What our host leads, of these kinds and states, or about this; the last changed first. */
export async function listPapers(
  reader: Reader,
  asked: {
    readonly kinds?: readonly JointKind[];
    readonly states?: readonly JointState[];
    readonly about?: string;
    readonly ids?: readonly string[];
  } = {},
): Promise<readonly JointPaper[]> {
  let query = reader.selectFrom("jointPapers").selectAll().orderBy("changed", "desc").orderBy("id");
  if (asked.kinds) query = query.where("kind", "in", asked.kinds);
  if (asked.states) query = query.where("state", "in", asked.states);
  if (asked.about !== undefined) query = query.where("about", "=", asked.about);
  if (asked.ids) query = query.where(sql<boolean>`id = any(${[...asked.ids]}::uuid[])`);
  return withPartners(reader, await query.execute());
}

/** What our host leads and what it is asked to sign, as one list: the last changed first, from one on. */
export async function listJointPage(
  reader: Reader,
  { after, limit }: { readonly after: readonly [changed: string, id: string] | null; readonly limit: number },
): Promise<readonly (JointPaper | JointInvitation)[]> {
  const [changed, id] = after ?? [null, null];
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, date_trunc('milliseconds', changed) as changed from joint_papers
      union all select id, date_trunc('milliseconds', changed) from joint_invitations) as signed
    where ${changed}::timestamptz is null or changed < ${changed} or (changed = ${changed} and id > ${id}::uuid)
    order by changed desc, id limit ${limit}`.execute(reader);
  const ids = rows.map((row) => row.id);
  const found = [...(await listPapers(reader, { ids })), ...(await listInvitations(reader, { ids }))];
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((one) => byId.get(one) ?? []);
}

/** By its id, which is also that of its offer and of its proposal. */
export async function findPaper(reader: Reader, id: string): Promise<JointPaper | null> {
  const [found] = await listPapers(reader, { ids: [id] });
  return found ?? null;
}

/** The paper for which one of our activities asked somebody; null where none did. */
export async function findPaperAsking(reader: Reader, invite: string): Promise<JointPaper | null> {
  const row = await reader.selectFrom("jointPartners").select("paper").where("invite", "=", invite).executeTakeFirst();
  return row ? findPaper(reader, row.paper) : null;
}

type PaperRow = Awaited<ReturnType<typeof aPaper>>;
const aPaper = (reader: Reader) => reader.selectFrom("jointPapers").selectAll().executeTakeFirstOrThrow();
type PartnerRow = Awaited<ReturnType<typeof aPartner>>;
const aPartner = (reader: Reader) => reader.selectFrom("jointPartners").selectAll().executeTakeFirstOrThrow();

async function withPartners(reader: Reader, rows: readonly PaperRow[]): Promise<readonly JointPaper[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const all = await reader
    .selectFrom("jointPartners")
    .selectAll()
    .where(sql<boolean>`paper = any(${ids}::uuid[])`)
    .orderBy("position")
    .execute();
  const partners = Map.groupBy(all, ({ paper }) => paper);
  return rows.map((row) => paperOf(row, partners.get(row.id) ?? []));
}

function paperOf({ before: _, ...row }: PaperRow, partners: readonly PartnerRow[]): JointPaper {
  const terms = StoredTerms.parse(row.terms);
  return {
    ...row,
    kind: row.kind as JointKind,
    state: row.state as JointState,
    content: row.content === null ? null : StoredOffer.parse(row.content),
    terms,
    inForce: row.inForce === null ? null : StoredInForce.parse(row.inForce),
    reason: row.reason as JointPaper["reason"],
    partners: partners.map((partner) => partnerOf(partner, terms)),
  };
}

function partnerOf(row: PartnerRow, terms: JointPaper["terms"]): JointPartner {
  const { paper: _, position: __, invite: ___, ...rest } = row;
  return {
    ...rest,
    state: row.state as JointPartner["state"],
    part: row.part as JointPartner["part"],
    roles: partOf(terms, row.actor)?.roles ?? [],
  };
}

/** What others lead and ask our host to sign, of these states; the last changed first. */
export async function listInvitations(
  reader: Reader,
  asked: { readonly states?: readonly JointInvitation["state"][]; readonly ids?: readonly string[] } = {},
): Promise<readonly JointInvitation[]> {
  let query = reader.selectFrom("jointInvitations").selectAll().orderBy("changed", "desc").orderBy("id");
  if (asked.states) query = query.where("state", "in", asked.states);
  if (asked.ids) query = query.where(sql<boolean>`id = any(${[...asked.ids]}::uuid[])`);
  return withStamps(reader, await query.execute());
}

export async function findInvitation(reader: Reader, id: string): Promise<JointInvitation | null> {
  const [found] = await listInvitations(reader, { ids: [id] });
  return found ?? null;
}

/** The invitation to sign what stands at this address; null where there is none. */
export async function findInvitationTo(reader: Reader, proposal: string): Promise<JointInvitation | null> {
  const row = await reader
    .selectFrom("jointInvitations")
    .select("id")
    .where("proposal", "=", proposal)
    .executeTakeFirst();
  return row ? findInvitation(reader, row.id) : null;
}

/** The invitation to sign what is about this, if our host has one that still stands. */
export async function findInvitationAbout(reader: Reader, about: string): Promise<string | null> {
  const row = await reader
    .selectFrom("jointInvitations")
    .select("id")
    .where("about", "=", about)
    .where("state", "not in", ["withdrawn", "ended"])
    .orderBy("changed", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

type InvitationRow = Awaited<ReturnType<typeof anInvitation>>;
const anInvitation = (reader: Reader) => reader.selectFrom("jointInvitations").selectAll().executeTakeFirstOrThrow();

async function withStamps(reader: Reader, rows: readonly InvitationRow[]): Promise<readonly JointInvitation[]> {
  if (rows.length === 0) return [];
  const all = await reader
    .selectFrom("jointStamps")
    .select(["id", "invitation", "version", "given"])
    .where(sql<boolean>`invitation = any(${rows.map(({ id }) => id)}::uuid[])`)
    .where("withdrawn", "is", null)
    .orderBy("given")
    .execute();
  const stamps = Map.groupBy(all, ({ invitation }) => invitation);
  return rows.map((row) => invitationOf(row, stamps.get(row.id) ?? []));
}

function invitationOf(row: InvitationRow, stamps: readonly (JointStamp & { readonly invitation: string })[]) {
  const { lead, leadName, leadPage, invite: _, compared: __, ...rest } = row;
  return {
    ...rest,
    lead: { actor: lead, name: leadName, page: leadPage },
    kind: row.kind as JointKind,
    state: row.state as JointInvitation["state"],
    leadState: row.leadState as JointState,
    content: row.content === null ? null : StoredOffer.parse(row.content),
    terms: StoredTerms.parse(row.terms),
    partners: StoredOthers.parse(row.partners),
    part: row.part as JointInvitation["part"],
    stamps: stamps.map(({ invitation: ___, ...stamp }) => stamp),
  } satisfies JointInvitation;
}

/** A signature of our host, whether it still stands or not. */
export interface KeptStamp {
  readonly id: string;
  readonly version: string;
  readonly given: Date;
  readonly changed: Date;
  readonly withdrawn: Date | null;
  readonly proposal: string;
  readonly part: JointInvitation["part"];
  readonly partNote: string | null;
}

export async function findStamp(reader: Reader, id: string): Promise<KeptStamp | null> {
  const row = await reader
    .selectFrom("jointStamps")
    .innerJoin("jointInvitations", "jointInvitations.id", "jointStamps.invitation")
    .select(["jointStamps.id", "jointStamps.version", "given", "jointStamps.changed", "withdrawn"])
    .select(["proposal", "part", "partNote"])
    .where("jointStamps.id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, part: row.part as KeptStamp["part"] } : null;
}

/** What was written about one of them, the first first. */
export async function listComments(
  reader: Reader,
  about: { readonly paper: string } | { readonly invitation: string },
): Promise<readonly JointComment[]> {
  const all = reader.selectFrom("jointComments").select(["id", "author", "name", "text", "said"]);
  const some = "paper" in about ? all.where("paper", "=", about.paper) : all.where("invitation", "=", about.invitation);
  return await some.orderBy("said").orderBy("id").execute();
}

/** Who gives an offer of ours together with our host, as all of them have signed. */
export async function listPartnersOf(reader: Reader, offer: string): Promise<readonly Named[]> {
  return (await findPaper(reader, offer))?.inForce?.partners ?? [];
}
