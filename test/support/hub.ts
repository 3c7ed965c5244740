import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { startSite, type TestSite } from "./site.ts";

/** A site whose host has no capabilities: a portal. */
export async function emptyHub(name: string): Promise<TestSite> {
  const site = await startSite({ name, handle: "portail" });
  const host = await findHost(site.db);
  if (host === null) throw new Error("nobody hosts here");
  const profile = { ...host.profile, capabilities: [] };
  await site.db.transaction().execute((tx) => changeHost(tx, profile, new Date()));
  return site;
}
