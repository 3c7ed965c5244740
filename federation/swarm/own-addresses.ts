import type { OwnAddresses } from "../../src/catalogue/own.ts";
import { listJoint } from "../../src/joint/listed.ts";
import { actorIri, proposalIri } from "../addresses.ts";

/** The addresses under which others know what is here. */
export const ownAddresses = (origin: string): OwnAddresses => ({
  origin,
  instance: actorIri(origin, { id: "", kind: "instance" }),
  actorId: (actor) => actorIri(origin, actor),
  proposalId: (offer) => proposalIri(origin, offer),
  jointOf: listJoint,
});
