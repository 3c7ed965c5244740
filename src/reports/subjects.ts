import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { isPublic } from "../funding/life.ts";
import { findFunding, findFundingById } from "../funding/queries.ts";
import type { Subject } from "../messages/messages.ts";
import { listPledges } from "../pledges/queries.ts";

/** What addresses of ours stand for, of requests and promises: their pages, their actors, what these said. Others are left out. */
export async function findSubjects(
  reader: Reader,
  origin: string,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const found = new Map<string, Subject>();
  for (const address of new Set(addresses)) {
    const subject = address.startsWith(`${origin}/`) ? await subjectAt(reader, address.slice(origin.length)) : null;
    if (subject !== null) found.set(address, subject);
  }
  return found;
}

async function subjectAt(reader: Reader, path: string): Promise<Subject | null> {
  const request = await requestAt(reader, path);
  if (request === null || !isPublic(request)) return null;
  const [, pledge] = /#pledge-([0-9a-f-]{36})$/.exec(path) ?? [];
  const [promised] = pledge === undefined ? [] : await listPledges(reader, request, { pledge });
  const { code, content, requester } = request;
  const actor = promised === undefined ? requester.actor : promised.party.actor;
  return {
    label: content.title,
    href: `/funding/${code}${promised ? `#pledge-${promised.id}` : ""}`,
    actor,
    original: null,
  };
}

/** By the page of a request, the name of its actor, or an id of the actor or of what it said. */
async function requestAt(reader: Reader, path: string): Promise<FundingRequest | null> {
  const [, code] = /^\/funding\/([2-9a-z]{4,8})(?=[/?#]|$)/i.exec(path) ?? [];
  if (code !== undefined) return findFunding(reader, code);
  const [, handle] = /^\/@([a-z0-9_]{1,30})(?=[/?#]|$)/.exec(path) ?? [];
  const [, id] = /^\/ap\/[a-z]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?#]|$)/.exec(path) ?? [];
  if (handle === undefined && id === undefined) return null;
  const { rows } = await sql<{ id: string }>`
    select handles.id from handles where kind = 'campaign' and (
      name = ${handle ?? null} or id = ${id ?? null}::uuid or id in (select actor from notes where notes.id = ${id ?? null}::uuid))
    limit 1`.execute(reader);
  return rows[0] ? findFundingById(reader, rows[0].id) : null;
}
