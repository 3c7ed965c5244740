import { hostPath } from "./catalogue/desk-hosts-page.tsx";
import { doubtWords } from "./catalogue/doubt-words.ts";
import { findDoubts } from "./catalogue/look-alikes.ts";
import type { Reader } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import type { PeerNote } from "./peers/desk-pending-parts.tsx";
import { type Peer, stateOf } from "./peers/peer.ts";

/** For the page of peers: where each is shown among the hosts that are known, and whom those that ask may be taken for. */
export async function notesOnPeers(
  reader: Reader,
  peers: readonly Peer[],
  language: Language,
): Promise<ReadonlyMap<string, PeerNote>> {
  const origins = peers.map(({ origin }) => origin);
  const known =
    origins.length === 0
      ? []
      : await reader.selectFrom("instances").select("origin").where("origin", "in", origins).execute();
  const shown = new Set(known.map(({ origin }) => origin));
  const pending = peers.filter((peer) => stateOf(peer) === "pending");
  const doubts = await findDoubts(reader, pending);
  return new Map(
    peers.map(({ origin }) => {
      const doubt = doubts.get(origin);
      const page = shown.has(origin) ? hostPath(origin) : null;
      return [origin, { page, doubts: doubt === undefined ? [] : doubtWords(doubt, origin, language) }];
    }),
  );
}
