import { findListedHost } from "../../src/catalogue/queries.ts";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { dropVouch, keepVouch, keepVouches, type Vouch } from "../../src/catalogue/vouches.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { originOf } from "../guard/origins.ts";
import { readVouches, type VouchDocument } from "../vocabulary/vouch.ts";
import { VisitFailed } from "./asking.ts";
import type { Met } from "./meeting.ts";
import { found } from "./pages.ts";
import { keep, type Walk } from "./walk.ts";

/** For whom a host vouches, asked of a host whose word counts here; what cannot be read of it changes nothing. */
export async function visitVouches(
  walk: Walk,
  origin: string,
  { host: { actor }, vouches: address }: Met,
): Promise<void> {
  if ((await findListedHost(walk.db, actor))?.trust !== 4) return;
  if (address !== null && originOf(address) !== origin) throw new VisitFailed("lies-about-origin");
  const asked = new Date();
  const said = address === null ? [] : readVouches(await found(walk.asker.patient, address), actor);
  if (said === null) return;
  await keep(walk, origin, async (tx) => {
    await keepVouches(tx, actor, said.map(vouchOf), asked);
    await settleTrust(tx, asked, [origin]);
  });
}

/** One that its instance has told of, as its own address shows it. It is passed on to nobody: each asks those whom it trusts. */
export async function keepAnnounced(tx: Transaction, document: VouchDocument, asked: Date): Promise<false> {
  if (await keepVouch(tx, vouchOf(document), asked)) await settleTrust(tx, asked, [new URL(document.id).origin]);
  return false;
}

/** Whether the address was that of a vouch, which holds no longer. */
export async function dropAnnounced(tx: Transaction, origin: string, address: string, asked: Date): Promise<boolean> {
  const voucher = await dropVouch(tx, address, asked);
  if (voucher !== null) await settleTrust(tx, asked, [origin]);
  return voucher !== null;
}

function vouchOf({ id, subject, object, reason, given }: VouchDocument): Vouch {
  return { address: id, voucher: subject, vouched: object, reason, given };
}
