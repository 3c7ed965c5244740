import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { JointState } from "../joint/joint.ts";
import { StoredDeclined, StoredOthers, StoredProposals } from "./form.ts";
import type { ProposedHost } from "./hearing.ts";
import { resultOf } from "./queries.ts";
import {
  type AskingState,
  type Declined,
  type Ending,
  type HostAnswer,
  isDeclined,
  type Need,
  type Result,
} from "./together.ts";

/** What an association asks of our host together with others, as its site shows it, and what our host answers. */
export interface ReceivedAsking extends Need {
  /** Also of the answer. */
  readonly id: string;
  /** Where the asking stands, for us alone. */
  readonly document: string;
  /** The actor that asks. */
  readonly asker: string;
  /** The activity that asked. */
  readonly offer: string;
  /** The page on which it can be answered too. */
  readonly page: string | null;
  readonly rolesWanted: readonly string[];
  readonly others: readonly OtherHost[];
  readonly standing: Exclude<AskingState, "draft" | "held">;
  /** As what the association says yes to our host, once it has. */
  readonly chosen: "lead" | "partner" | null;
  readonly leadName: string | null;
  readonly contact: string | null;
  readonly result: Result | null;
  readonly declined: Declined | null;
  /** The address that it has for all its hosts; null where its site gives none. */
  readonly common: string | null;
  readonly ending: Ending | null;
  /** Why the association has closed it. */
  readonly reason: string | null;
  /** What our host leads as the end of it, and how that stands. */
  readonly paper: string | null;
  readonly paperState: JointState | null;
  readonly seenVersion: number;
  readonly knownVersion: number;
  readonly expires: Date | null;
  readonly fromUnknown: boolean;
  readonly answer: HostAnswer | "waiting";
  readonly rolesOffered: readonly string[];
  readonly words: string | null;
  readonly proposes: readonly ProposedHost[];
  readonly proposedResult: Result | null;
  readonly agreed: number | null;
  readonly version: number;
  readonly answered: Date | null;
  readonly received: Date;
  readonly changed: Date;
  readonly compared: Date | null;
}

/** Another host that was asked, and what it says. */
export interface OtherHost {
  readonly name: string;
  readonly page: string | null;
  readonly state: string;
  readonly lead: boolean;
  /** Whether the association has said yes to it. */
  readonly chosen: boolean;
  /** For the lead, of those who were chosen: who it is, and what it takes on. */
  readonly actor: string | null;
  readonly roles: readonly string[];
}

/** What waits for our host in it. */
export type ReceivedStep = "answer" | "result" | "paper" | "agree" | "wait" | "over";

export function receivedStep(asking: ReceivedAsking): ReceivedStep {
  const { standing, answer, chosen, result, agreed } = asking;
  if (standing !== "open" && standing !== "led") return "over";
  if (answer === "waiting") return "answer";
  if (chosen === "lead") return leadStep(asking);
  const agrees = chosen === "partner" && result?.paper === null && !isDeclined(asking);
  return agrees && agreed !== result.version ? "agree" : "wait";
}

/** What the one in the lead has to do: propose something, or see to what several are to sign. */
function leadStep(asking: ReceivedAsking): ReceivedStep {
  const { paperState, result } = asking;
  if (paperState === "draft" || paperState === "suspended") return "paper";
  if (paperState === "awaiting") return "wait";
  return result === null || isDeclined(asking) || isWithdrawn(asking) ? "result" : "wait";
}

const isWithdrawn = ({ paperState, result }: ReceivedAsking): boolean =>
  paperState === "withdrawn" && result?.paper != null;

export async function findReceived(reader: Reader, id: string): Promise<ReceivedAsking | null> {
  const row = await all(reader).where("receivedAskings.id", "=", id).executeTakeFirst();
  return row ? receivedOf(row) : null;
}

/** What came from an address. */
export async function findReceivedFrom(reader: Reader, document: string): Promise<ReceivedAsking | null> {
  const row = await all(reader).where("document", "=", document).executeTakeFirst();
  return row ? receivedOf(row) : null;
}

/** All that our host was asked, the newest first. */
export async function listReceived(
  reader: Reader,
  { limit = 200, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly ReceivedAsking[]> {
  const rows = all(reader).where("seenVersion", ">", 0).orderBy("received", "desc").orderBy("id");
  return (await rows.limit(limit).offset(offset).execute()).map(receivedOf);
}

/** Those that end with what our host leads and several sign. */
export async function listReceivedWith(reader: Reader, paper: string): Promise<readonly ReceivedAsking[]> {
  return (await all(reader).where("paper", "=", paper).execute()).map(receivedOf);
}

/** What was asked of our host and others under the address that it has for all of them; null where that is not known. */
export async function findReceivedBy(reader: Reader, common: string): Promise<ReceivedAsking | null> {
  const row = await all(reader).where("common", "=", common).executeTakeFirst();
  return row ? receivedOf(row) : null;
}

/** Those of which the last word is not said, from one on. */
export async function listLiveReceived(
  reader: Reader,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from received_askings where standing in ('open', 'led') and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(reader);
  return rows.map(({ id }) => id);
}

const all = (reader: Reader) =>
  reader
    .selectFrom("receivedAskings")
    .leftJoin("jointPapers", "jointPapers.id", "receivedAskings.paper")
    .selectAll("receivedAskings")
    .select("jointPapers.state as paperState");

type Row = Awaited<ReturnType<ReturnType<typeof all>["executeTakeFirstOrThrow"]>>;

function receivedOf({
  standing,
  chosen,
  answer,
  others,
  proposes,
  result,
  proposedResult,
  declined,
  ending,
  paperState,
  ...row
}: Row): ReceivedAsking {
  return {
    ...row,
    standing: standing as ReceivedAsking["standing"],
    chosen: chosen as ReceivedAsking["chosen"],
    answer: answer as ReceivedAsking["answer"],
    others: StoredOthers.parse(others),
    proposes: StoredProposals.parse(proposes),
    result: resultOf(result),
    proposedResult: resultOf(proposedResult),
    declined: StoredDeclined.nullable().parse(declined),
    ending: ending as Ending | null,
    paperState: paperState as JointState | null,
  };
}
