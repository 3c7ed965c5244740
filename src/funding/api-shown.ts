import { z } from "@hono/zod-openapi";
import type { Database, Reader } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type ApiScope, opens } from "../web/api.ts";
import { type FundingAddresses, type FundingCopy, type FundingShape, type Shown, showFunding } from "./api-shapes.ts";
import type { FundingKind, FundingRequest, FundingState, Promises } from "./funding.ts";
import { isPublic } from "./life.ts";
import { listFundingNews } from "./news.ts";
import { findFunding } from "./queries.ts";

/** What the calls of funding requests need to read. */
export interface FundingApiDeps extends FundingAddresses {
  readonly db: Database;
  now(): Date;
  /** The requests of other instances, the last opened first. */
  listCopies(reader: Reader, selection: CopySelection): Promise<readonly FundingCopy[]>;
}

/** Which requests of other instances, and from where on. */
interface CopySelection {
  readonly states?: readonly FundingState[];
  readonly kind?: FundingKind;
  readonly need?: string;
  readonly after?: { readonly opened: Date; readonly id: string };
  readonly limit: number;
}

export const paths = {
  requests: "/api/v1/funding-requests",
  request: "/api/v1/funding-requests/{id}",
  opening: "/api/v1/funding-requests/{id}/opening",
  commitment: "/api/v1/funding-requests/{id}/commitment",
  delivery: "/api/v1/funding-requests/{id}/delivery",
  cancellation: "/api/v1/funding-requests/{id}/cancellation",
  extension: "/api/v1/funding-requests/{id}/extension",
  news: "/api/v1/funding-requests/{id}/news",
  reopening: "/api/v1/funding-requests/{id}/reopening",
  proposals: "/api/v1/funding-requests/{id}/proposals",
  choice: "/api/v1/funding-requests/{id}/proposals/{proposal}/choice",
  pledges: "/api/v1/funding-requests/{id}/pledges",
  pledge: "/api/v1/funding-requests/{id}/pledges/{pledge}",
  confirmation: "/api/v1/funding-requests/{id}/pledges/{pledge}/confirmation",
};

/** The address of one request; what can be none is answered 404. */
export const byCode = z.object({ id: z.string().max(100).openapi({ example: "7q4k" }) });

/** The request, if this caller may know of it: drafts are shown to their own host alone. */
export async function findVisible(reader: Reader, code: string, scope: ApiScope | null): Promise<FundingRequest> {
  const found = await findFunding(reader, code);
  if (found === null || !isVisible(found, scope)) throw new NotFound(`there is no funding request ${code}`);
  return found;
}

function isVisible(request: FundingRequest, scope: ApiScope | null): boolean {
  return isPublic(request) || (request.requester.kind === "host" && opens(scope, "admin"));
}

/** What a request's addresses are made with. */
export async function shownWith(
  reader: Reader,
  { origin, actorId, proposalId, findHostId }: FundingAddresses,
): Promise<Shown> {
  const id = await findHostId(reader);
  return { origin, actorId, proposalId, host: id === null ? null : actorId({ id, kind: "host" }) };
}

/** Requests with what is promised towards each. */
export async function showAll(
  reader: Reader,
  requests: readonly FundingRequest[],
  deps: FundingAddresses,
): Promise<FundingShape[]> {
  const promises = await deps.promisesOf(
    reader,
    requests.map(({ id }) => id),
  );
  const shown = await shownWith(reader, deps);
  return requests.map((request) => showFunding(request, promisesFor(promises, request), shown));
}

/** One request with what is promised, and what was said of it since. */
export async function show(reader: Reader, request: FundingRequest, deps: FundingAddresses): Promise<FundingShape> {
  const promises = await deps.promisesOf(reader, [request.id]);
  const news = await listFundingNews(reader, request.id);
  return showFunding(request, promisesFor(promises, request), await shownWith(reader, deps), news);
}

function promisesFor(all: ReadonlyMap<string, Promises>, { id }: FundingRequest): Promises {
  const promises = all.get(id);
  if (promises === undefined) throw new Error(`nothing was summed for the request ${id}`);
  return promises;
}
