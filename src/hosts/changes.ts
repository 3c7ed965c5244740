import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { HostChanged, HostSettled, HostSetUp } from "./events.ts";
import {
  availabilityName,
  claimHandle,
  findHandle,
  type HandleRefusal,
  instanceName,
  intakeName,
  isHandle,
} from "./handles.ts";
import { emptyProfile, type Host, type HostProfile } from "./host.ts";
import { findHost } from "./queries.ts";
import { isTerritoryCode, normalTerritoryCode, usualPolicy } from "./territory.ts";

/** What the set-up asks for. */
export interface SetUp {
  readonly name: string;
  readonly handle: string;
  /** The language the host writes in; French unless said. */
  readonly language?: string;
  /** "dep:69". */
  readonly territory?: string | null;
  /** A portal: it gathers what others offer and offers nothing itself. */
  readonly hub?: boolean;
  readonly now: Date;
}

export type SetUpRefusal = HandleRefusal | "already-set-up" | "name-missing" | "territory-malformed";

/** Makes this site someone's: the host, the instance and the availability get their names. */
export async function setUp(tx: Transaction, wanted: SetUp): Promise<Outcome<Host, SetUpRefusal>> {
  const name = wanted.name.trim();
  const territory = territoryOf(wanted);
  const [reason] = refusalsToSetUp(wanted);
  if (reason !== undefined) return refused(reason);
  if (await findHost(tx)) return refused("already-set-up");
  const id = randomUUID();
  const claimed = await claimHandle(tx, { id, name: wanted.handle, kind: "host" });
  if (!claimed.done) return claimed;
  await nameInstance(tx);
  if (!wanted.hub) await claimHandle(tx, { id: randomUUID(), name: availabilityName, kind: "availability" });
  await claimHandle(tx, { id: randomUUID(), name: intakeName, kind: "intake" });
  const profile: HostProfile = {
    ...emptyProfile(name, wanted.language ?? "fr"),
    capabilities: wanted.hub ? [] : ["hosting"],
    territory: territory === null ? null : { codes: [territory], policy: usualPolicy },
  };
  const { now: created, handle } = wanted;
  await tx
    .insertInto("hosts")
    .values({ id, profile: JSON.stringify(profile), created, changed: created })
    .execute();
  const event: HostSetUp = { id: randomUUID(), name: "host-set-up", happened: created.toISOString(), host: id };
  await record(tx, event);
  return done({ id, handle, profile, logo: [], created, changed: created });
}

/** All that is wrong with what is asked, before anyone is asked whether the handle is free. */
export function refusalsToSetUp(wanted: Pick<SetUp, "name" | "handle" | "territory">): readonly SetUpRefusal[] {
  const territory = territoryOf(wanted);
  const wrong: Partial<Record<SetUpRefusal, boolean>> = {
    "name-missing": wanted.name.trim() === "",
    "territory-malformed": territory !== null && !isTerritoryCode(territory),
    "handle-malformed": !isHandle(wanted.handle),
  };
  return (Object.keys(wrong) as SetUpRefusal[]).filter((reason) => wrong[reason]);
}

const territoryOf = ({ territory }: Pick<SetUp, "territory">): string | null =>
  territory ? normalTerritoryCode(territory) : null;

/** Gives the instance its own name, once; it can sign before anyone hosts here. Returns its id. */
export async function nameInstance(tx: Transaction): Promise<string> {
  await claimHandle(tx, { id: randomUUID(), name: instanceName, kind: "instance" });
  const handle = await findHandle(tx, instanceName);
  if (handle === null) throw new NotFound("the instance has no name");
  return handle.id;
}

/** Replaces what the host says of itself. What follows within a minute is told once. */
export async function changeHost(tx: Transaction, profile: HostProfile, now: Date): Promise<void> {
  const row = await tx
    .updateTable("hosts")
    .set({ profile: JSON.stringify(profile), changed: now, version: sql<number>`version + 1` })
    .returning("id")
    .executeTakeFirst();
  if (!row) throw new NotFound("nobody hosts here yet");
  await recordHostChanged(tx, row.id, now);
}

/** Directories hear at once of whatever has changed of the host, those who follow once for all within a minute. */
export async function recordHostChanged(tx: Transaction, host: string, now: Date): Promise<void> {
  const happened = now.toISOString();
  const event: HostChanged = { id: randomUUID(), name: "host-changed", happened, host };
  const settled: HostSettled = { id: randomUUID(), name: "host-settled", happened, host };
  await record(tx, event);
  await record(tx, settled, { subject: host, seconds: 60 });
}
