import { type Actor, writeActor } from "./actor.ts";
import { type Place, writePlace } from "./place.ts";

/** An association that lives on a host's site, as an Organization; `instance` is where. */
export function writeAssociation(association: Actor, { instance, location }: AssociationPlaces) {
  return writeActor("Organization", association, [], {
    ...(location && { location: writePlace(location) }),
    generator: instance,
  });
}

interface AssociationPlaces {
  readonly instance: string;
  readonly location: Place | null;
}
