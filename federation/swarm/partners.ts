import type { Transaction } from "../../src/foundation/database.ts";
import { isCode } from "../../src/hosts/vocabularies.ts";
import { keepListedPartnership, keepPartnersOf, type ListedPartnership } from "../../src/partnerships/listed.ts";
import { originOf } from "../guard/origins.ts";
import { type ReadPartnership, readPartners } from "../vocabulary/partnership.ts";
import { VisitFailed } from "./asking.ts";
import type { Met } from "./meeting.ts";
import { found } from "./pages.ts";
import { keep, type Walk } from "./walk.ts";

/** With whom a host works, as it says in public; what cannot be read of it changes nothing. */
export async function visitPartners(
  walk: Walk,
  origin: string,
  { host: { actor }, partners: address }: Met,
): Promise<void> {
  if (address !== null && originOf(address) !== origin) throw new VisitFailed("lies-about-origin");
  const asked = new Date();
  const said = address === null ? [] : readPartners(await found(walk.asker.patient, address), actor);
  if (said === null) return;
  await keep(walk, origin, (tx) => keepPartnersOf(tx, actor, said.flatMap(listedOf), asked));
}

/** One that its instance has told of, as its own address shows it. */
export async function keepAnnouncedPartner(tx: Transaction, document: ReadPartnership, asked: Date): Promise<boolean> {
  const [listed] = listedOf(document);
  return listed !== undefined && (await keepListedPartnership(tx, listed, asked));
}

/** What is only asked, or not to be shown, is none of ours. */
function listedOf(document: ReadPartnership): readonly ListedPartnership[] {
  const { id: address, subject, object, kind, context, given, standing, shown } = document;
  if (standing !== "accepted" || !shown) return [];
  const roles = document.rolesOffered.filter((code) => isCode("partnershipRoles", code));
  return [{ ...{ address, subject, object, kind, roles, context }, given: given ?? new Date(0) }];
}
