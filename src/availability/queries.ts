import type { Reader } from "../foundation/database.ts";
import type { AvailabilityState, KeptAvailability } from "./availability.ts";
import { StoredDetails } from "./form.ts";

/** What the host last said of an offer, expired or not; null when it never did. */
export async function findAvailability(reader: Reader, offer: string): Promise<KeptAvailability | null> {
  const row = await reader.selectFrom("availabilities").selectAll().where("offer", "=", offer).executeTakeFirst();
  return row ? availabilityOf(row) : null;
}

/** The same for all offers, or for some, by the offer's id. */
export async function listAvailabilities(
  reader: Reader,
  offers?: readonly string[],
): Promise<ReadonlyMap<string, KeptAvailability>> {
  let query = reader.selectFrom("availabilities").selectAll();
  if (offers) query = query.where("offer", "in", offers.length > 0 ? [...offers] : [nobody]);
  return new Map((await query.execute()).map((row) => [row.offer, availabilityOf(row)]));
}

const nobody = "00000000-0000-0000-0000-000000000000";

interface Row {
  readonly state: string;
  readonly details: unknown;
  readonly confirmed: Date;
  readonly expires: Date;
  readonly version: number;
}

function availabilityOf({ state, details, confirmed, expires, version }: Row): KeptAvailability {
  return { ...StoredDetails.parse(details), state: state as AvailabilityState, confirmed, expires, version };
}
