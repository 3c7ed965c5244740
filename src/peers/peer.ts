/** How our wish to follow another instance stands. */
export type Ours = "none" | "requested" | "approved" | "rejected";

/** How its wish to follow us stands. */
export type Theirs = "none" | "pending" | "approved" | "rejected";

/** What stands between us and another instance, both ways. */
export interface Relation {
  readonly ours: Ours;
  readonly theirs: Theirs;
}

/** An instance as its own documents show it. */
export interface Instance {
  /** The permanent address of its actor. */
  readonly actor: string;
  readonly origin: string;
  readonly name: string;
}

/** What was last decided here about a peer: by somebody, or, as it was vouched for, by nobody. */
export type Decision = "approved" | "rejected" | "welcomed";

/** Another instance that we asked, or that asked us. */
export interface Peer extends Instance, Relation {
  readonly id: string;
  /** Null where nobody has decided yet. */
  readonly decision: Decision | null;
  /** Whether its domain is blocked now. */
  readonly blocked: boolean;
  /** When it last said or showed something of itself. */
  readonly seen: Date;
}

export type Direction = "outgoing" | "incoming" | "mutual";
export type PeerState = "requested" | "pending" | "approved" | "rejected" | "blocked";
export type PeerRefusal = "not-asked" | "domain-blocked" | "not-set-up" | "another-actor";

/** Why nobody was found at an address. */
export type FindRefusal =
  | "address-malformed"
  | "own-address"
  | "domain-blocked"
  | "unreachable"
  | "no-instance"
  | OtherSoftware;

/** There is a site at the address, but not of our kind. */
export interface OtherSoftware {
  /** As it calls itself: `mastodon`. */
  readonly software: string;
}

/** What we do about a peer. */
export const deeds = ["ask", "approve", "reject", "leave", "block"] as const;

/** What a peer does: `shuns` ends both follows, `vanishes` says that it is no more. */
export const signs = ["accepts", "refuses", "asks", "withdraws", "shuns", "vanishes"] as const;

export type Deed = (typeof deeds)[number];
export type Sign = (typeof signs)[number];

/** What is between those who do not know each other. */
export const strangers: Relation = { ours: "none", theirs: "none" };

type Steps<State extends string> = Readonly<Partial<Record<Deed | Sign, Readonly<Partial<Record<State, State>>>>>>;

// What is not listed changes nothing.
const oursAfter: Steps<Ours> = {
  ask: { none: "requested", rejected: "requested" },
  accepts: { requested: "approved" },
  refuses: { requested: "rejected", approved: "rejected" },
  approve: { none: "requested" }, // whom we let follow, we follow
  leave: { requested: "none", approved: "none", rejected: "none" },
  block: { requested: "rejected", approved: "rejected" },
  shuns: { requested: "rejected", approved: "rejected" },
  vanishes: { requested: "none", approved: "none", rejected: "none" },
};

const theirsAfter: Steps<Theirs> = {
  ask: { pending: "approved", rejected: "none" }, // to ask one who waits is to approve it
  asks: { none: "pending", rejected: "pending" },
  approve: { pending: "approved" },
  reject: { pending: "rejected", approved: "rejected" },
  withdraws: { pending: "none", approved: "none", rejected: "none" },
  leave: { pending: "none", approved: "none", rejected: "none" },
  block: { pending: "rejected", approved: "rejected" },
  shuns: { pending: "none", approved: "none", rejected: "none" },
  vanishes: { pending: "none", approved: "none", rejected: "none" },
};

/** What stands between us after something was done or heard. */
export function next({ ours, theirs }: Relation, happened: Deed | Sign): Relation {
  const welcome = happened === "asks" && theirs === "none" && (ours === "requested" || ours === "approved");
  return {
    ours: oursAfter[happened]?.[ours] ?? ours,
    // Whom an administrator has asked for need not wait for one.
    theirs: welcome ? "approved" : (theirsAfter[happened]?.[theirs] ?? theirs),
  };
}

/** Why we cannot do this about a peer; null when we can. Only one who asked is approved or rejected. */
export function refusalTo(deed: Deed, { theirs }: Relation): PeerRefusal | null {
  const asked = theirs === "pending" || theirs === "approved" || (deed === "reject" && theirs === "rejected");
  return (deed === "approve" || deed === "reject") && !asked ? "not-asked" : null;
}

/** The two sides as one word: who waits for us comes before what is settled, and that before what we wait for. */
export function stateOf({ ours, theirs, blocked }: Pick<Peer, "ours" | "theirs" | "blocked">): PeerState {
  if (blocked) return "blocked";
  if (theirs === "pending") return "pending";
  if (ours === "approved" || theirs === "approved") return "approved";
  return ours === "requested" ? "requested" : "rejected";
}

/** Which of the two sides the state speaks of. */
export function directionOf({ ours, theirs }: Relation): Direction {
  const state = stateOf({ ours, theirs, blocked: false });
  if (ours === state && theirs === state) return "mutual";
  return ours === state ? "outgoing" : "incoming";
}

/** Whether somebody here approved it: its hosts are trusted then, and those for whom they vouch. */
export function isApprovedByHand({ ours, theirs, decision }: Pick<Peer, "ours" | "theirs" | "decision">): boolean {
  return (ours === "approved" || theirs === "approved") && decision !== "welcomed";
}

/** How far an instance itself is trusted, as `trustOf` of the catalogue has it for its host: blocked, known, approved as it was vouched for, approved by hand. */
export function trustInPeer(peer: Pick<Peer, "ours" | "theirs" | "blocked" | "decision">): 0 | 2 | 3 | 4 {
  if (peer.blocked) return 0;
  if (isApprovedByHand(peer)) return 4;
  return stateOf(peer) === "approved" ? 3 : 2;
}
