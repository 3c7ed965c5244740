import { randomUUID } from "node:crypto";
import type { HostSheet, OfferSheet, Trust } from "../../src/catalogue/catalogue.ts";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import { readSample } from "../../src/exchange/sample-file.ts";
import type { Database } from "../../src/foundation/database.ts";
import type { HostProfile } from "../../src/hosts/host.ts";
import { sample } from "./sample/sample.ts";

/** A host of another instance, as it is entered into the catalogue. */
export interface Neighbour {
  /** Its id in the document. */
  readonly id: string;
  readonly trust?: Trust;
  readonly origin?: string;
  /** What it says of itself besides. */
  readonly profile?: Partial<HostProfile>;
}

/** Enters hosts of a document in the sample format into the catalogue, each from an origin of its own. */
export async function knowNeighbours(
  db: Database,
  neighbours: readonly Neighbour[],
  now: Date,
  document: unknown = sample(),
): Promise<readonly HostSheet[]> {
  return db.transaction().execute(async (tx) => {
    const sheets: HostSheet[] = [];
    for (const { id, trust = 4, origin = `https://${id}.example`, profile = {} } of neighbours) {
      const read = readSample(document, id, () => null);
      if (!read.done) throw new Error(read.reason);
      const host: HostSheet = {
        ...{ actor: `${origin}/ap/actors/${randomUUID()}`, origin, handle: id.replaceAll("-", "_"), url: `${origin}/` },
        ...{ logo: null, profile: { ...read.value.profile, ...profile } },
      };
      await tx
        .insertInto("instances")
        .values({ origin, name: host.profile.name, source: "peer", state: "known", seen: now })
        .execute();
      await keepHost(tx, host, now);
      await tx.updateTable("catalogueHosts").set({ trust }).where("actor", "=", host.actor).execute();
      const offers = read.value.offers.map(({ slug, content, statement }): OfferSheet => {
        const actor = `${origin}/ap/actors/${randomUUID()}`;
        const expires = new Date(now.getTime() + 60 * 86_400_000);
        return {
          ...{
            actor,
            host: host.actor,
            proposal: `${actor}/proposal`,
            handle: slug.replaceAll("-", "_"),
            slug,
            content,
          },
          ...{ url: `${origin}/offers/${slug}`, availability: statement && { ...statement, confirmed: now, expires } },
          ...{ version: "1.1", published: now, changed: now, joint: null },
        };
      });
      await keepOffers(tx, offers, now);
      sheets.push(host);
    }
    return sheets;
  });
}
