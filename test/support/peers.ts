import { sql } from "kysely";
import { eventually } from "./eventually.ts";
import type { TestSite } from "./site.ts";

/** A peer as the JSON API shows it. */
export interface ShownPeer {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
  readonly direction: string;
  readonly state: string;
  readonly trust: number;
  readonly seen: string;
}

export async function peersOf(site: TestSite): Promise<readonly ShownPeer[]> {
  const response = await site.api("GET", "/peers");
  return ((await response.json()) as { items: ShownPeer[] }).items;
}

/** What one site says of another; null when it does not know it. */
export async function peerOf(site: TestSite, other: Pick<TestSite, "origin">): Promise<ShownPeer | null> {
  return (await peersOf(site)).find(({ origin }) => origin === other.origin) ?? null;
}

/** Waits until one site says of another what is expected. */
export function untilPeer(site: TestSite, other: Pick<TestSite, "origin">, direction: string, state: string) {
  return eventually(async () => {
    const peer = await peerOf(site, other);
    return peer?.direction === direction && peer.state === state ? peer : null;
  });
}

/** One asks, the other approves, and both follow each other. */
export async function befriend(one: TestSite, other: TestSite): Promise<void> {
  await one.api("POST", "/peers", { url: other.origin });
  const { id } = await untilPeer(other, one, "incoming", "pending");
  await other.api("POST", `/peers/${id}/approval`);
  await untilPeer(one, other, "mutual", "approved");
  await untilPeer(other, one, "mutual", "approved");
}

/** What is told once for a while is told at once; gives how much there was. */
export async function tellAtOnce({ db }: TestSite): Promise<number> {
  const { rows } = await sql`
    update graphile_worker._private_jobs set run_at = now() where starts_with(key, 'tell:') and run_at > now() returning id`.execute(
    db,
  );
  return rows.length;
}
