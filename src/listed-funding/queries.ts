import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { FundingContent, FundingKind, FundingSheet, FundingState, Promises, Terms } from "../funding/funding.ts";
import type { Cents } from "../offers/price.ts";
import type { ListedFunding } from "./listed-funding.ts";

/** Which requests of other instances, from where on, and how many at most. */
export interface ListedSelection {
  readonly id?: string;
  readonly states?: readonly FundingState[];
  readonly kind?: FundingKind;
  /** A code of the vocabulary `needs`. */
  readonly need?: string;
  /** Any of these codes of territories. */
  readonly territories?: readonly string[];
  /** What is still to be found is at most this, in this currency. */
  readonly remaining?: { readonly most: Cents; readonly currency: string };
  /** Something can still be promised then. */
  readonly openAt?: Date;
  /** The end comes before this. */
  readonly closesBefore?: Date;
  /** Words that stand in the title, the description, or for whom it is. */
  readonly text?: string;
  /** How far its host has to be trusted; vouched for or approved, unless more is asked for. */
  readonly trust?: 2 | 3 | 4;
  /** Those that come after this one. */
  readonly after?: Pick<ListedFunding, "opened" | "id">;
  readonly limit?: number;
}

/** The requests of other instances, the last opened first. Of those that are blocked, or have long not answered, none is shown. */
export async function listListedFunding(
  reader: Reader,
  selection: ListedSelection = {},
): Promise<readonly ListedFunding[]> {
  const { after, limit, trust = 3 } = selection;
  let query = listed(reader)
    .where("trust", ">=", trust)
    .where(sql<boolean>`instances.state = 'known' and not is_blocked(catalogue_hosts.origin)`)
    .orderBy("catalogueFunding.opened", "desc")
    .orderBy("catalogueFunding.id");
  for (const condition of conditionsOf(selection)) query = query.where(condition);
  if (after)
    query = query.where(
      sql<boolean>`(catalogue_funding.opened, ${after.id}::uuid) < (${after.opened}::timestamptz, catalogue_funding.id)`,
    );
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(fundingOf);
}

/** One of them by what our pages call it; null where it is not shown, or no more. */
export async function findListedFunding(reader: Reader, id: string): Promise<ListedFunding | null> {
  const [found] = await listListedFunding(reader, { id, trust: 2 });
  return found ?? null;
}

/** One of them by its actor. */
export async function findListedCampaign(reader: Reader, actor: string): Promise<ListedFunding | null> {
  const row = await listed(reader).where("catalogueFunding.actor", "=", actor).executeTakeFirst();
  return row ? findListedFunding(reader, row.id) : null;
}

/** One of them by where people read of it. */
export async function findListedAt(reader: Reader, url: string): Promise<ListedFunding | null> {
  const row = await listed(reader).where("catalogueFunding.url", "=", url).executeTakeFirst();
  return row ? findListedFunding(reader, row.id) : null;
}

function conditionsOf(selection: ListedSelection): readonly RawBuilder<boolean>[] {
  const { id, states, kind, need, territories, remaining, openAt, closesBefore, text } = selection;
  const column = sql.ref;
  return [
    id !== undefined && sql<boolean>`${column("catalogueFunding.id")} = ${id}::uuid`,
    states && sql<boolean>`${column("catalogueFunding.state")} = any(${[...states]}::text[])`,
    kind !== undefined && sql<boolean>`${column("catalogueFunding.kind")} = ${kind}`,
    need !== undefined && sql<boolean>`content -> 'needs' ? ${need}`,
    territories && sql<boolean>`content -> 'territories' ?| ${[...territories]}::text[]`,
    remaining && sql<boolean>`catalogue_funding.currency = ${remaining.currency} and remaining <= ${remaining.most}`,
    openAt && sql<boolean>`(closes is null or closes > ${openAt})`,
    closesBefore && sql<boolean>`closes < ${closesBefore}`,
    text !== undefined && text !== "" && hasWords(text),
  ].filter((condition): condition is RawBuilder<boolean> => condition !== undefined && condition !== false);
}

/** Every word stands somewhere in what it says, with or without accents. */
function hasWords(text: string): RawBuilder<boolean> {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return sql<boolean>`(select bool_and(unaccent(lower(content ->> 'title' || ' ' || (content ->> 'description') || ' '
      || coalesce(content ->> 'beneficiaries', ''))) like '%' || unaccent(lower(word)) || '%')
    from unnest(${words.slice(0, 10).map(escapeLike)}::text[]) as word)`;
}

const escapeLike = (word: string): string => word.replaceAll(/[\\%_]/g, "\\$&");

function listed(reader: Reader) {
  return reader
    .selectFrom("catalogueFunding")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueFunding.host")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .selectAll("catalogueFunding")
    .select(["catalogueHosts.origin", "catalogueHosts.trust"])
    .select(sql<string>`catalogue_hosts.profile ->> 'name'`.as("hostName"));
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>["executeTakeFirstOrThrow"]>>;

// What stands in this table was read and checked before it was kept.
function fundingOf(row: Row): ListedFunding {
  const { requester, terms, content, promises, asked: confirmed, kind: _, total: __, remaining: ___, ...rest } = row;
  return {
    ...{ ...rest, confirmed, state: row.state as FundingSheet["state"] },
    requester: requester as unknown as FundingSheet["requester"],
    terms: terms as unknown as Terms,
    content: content as unknown as FundingContent,
    promises: promises as unknown as Promises,
  };
}
