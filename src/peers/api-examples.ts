import { showBlock, showPeer } from "./api-shapes.ts";
import { next, type Peer, strangers } from "./peer.ts";

// What comes in is written here; what goes out is made of it by the code that answers, so it cannot differ.

const name = "mille-sabots.example";
const origin = `https://${name}`;

export const peerAsked = { url: `${origin}/about` };

const known = {
  id: "8d0a5a0e-6b0c-4f0e-9b5e-3b8f6f0d2c41",
  ...{ origin, name, actor: `${origin}/ap/instance` },
  ...{ blocked: false, seen: new Date("2026-11-24T10:00:00Z") },
};
const asking: Peer = { ...known, ...next(strangers, "asks") };

/** We have asked it. */
export const peerRequested = showPeer({ ...known, ...next(strangers, "ask") });
/** It has asked us. */
export const peerPending = showPeer(asking);
export const peerApproved = showPeer({ ...asking, ...next(asking, "approve") });
export const peerRejected = showPeer({ ...asking, ...next(asking, "reject") });

export const blockAsked = { domain: "spam.example", reason: "Unwanted messages" };

export const blockShown = showBlock({
  id: "4e7f2b19-0c1d-4f7a-8a52-6d9b3c5e1f08",
  ...{ ...blockAsked, created: new Date("2026-11-24T10:00:00Z") },
});
