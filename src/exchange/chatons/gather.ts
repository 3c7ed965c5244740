import { listAvailabilities } from "../../availability/queries.ts";
import type { Reader } from "../../foundation/database.ts";
import { findHost } from "../../hosts/queries.ts";
import { listOffers } from "../../offers/queries.ts";
import { listServices } from "../../services/queries.ts";
import type { ChatonsSource } from "./write.ts";

/** All that the host's ChatonsInfos files are made of, as it stands; null before the set-up. */
export async function gatherChatons(reader: Reader, origin: string, now: Date): Promise<ChatonsSource | null> {
  const host = await findHost(reader);
  if (host === null) return null;
  const services = await listServices(reader);
  const offers = await listOffers(reader, { states: ["published"] });
  const availabilities = await listAvailabilities(
    reader,
    offers.map(({ id }) => id),
  );
  return { origin, host, services, offers, availabilities, now };
}
