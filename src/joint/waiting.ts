import { isSigned, type JointInvitation, type JointPaper, type JointPartner } from "./joint.ts";

/** What is waited for, and of whom; the desk says it in one sentence. */
export interface Waited {
  readonly what:
    | ("draft" | "answers" | "again" | "refused" | "left" | "unreachable" | "checking" | "published" | "agreed")
    | ("withdrawn" | "you" | "youAgain" | "others" | "ended" | "suspended");
  /** Names of hosts. */
  readonly of: readonly string[];
}

/** What our host waits for in something that it leads: who has said no first, then who has not been reached, then who has not answered. */
export function waitedIn(paper: JointPaper): Waited {
  const { state, partners } = paper;
  if (state === "draft" || state === "withdrawn") return { what: state, of: [] };
  const hindered = hindrances.find((one) => partners.some((partner) => partner.state === one));
  if (hindered) return { what: hindered, of: namesOf(partners.filter((partner) => partner.state === hindered)) };
  const open = partners.filter((one) => one.state !== "accepted" || one.stampVersion !== paper.version);
  if (open.length > 0) return { what: open.some(hasSigned) ? "again" : "answers", of: namesOf(open) };
  return { what: settledWhat(paper), of: [] };
}

const hindrances = ["refused", "left", "unreachable"] as const;
const namesOf = (partners: readonly JointPartner[]): readonly string[] => partners.map(({ name }) => name);

function settledWhat(paper: JointPaper): Waited["what"] {
  if (!isSigned(paper) || paper.state !== "published") return "checking";
  return paper.kind === "offer" ? "published" : "agreed";
}

const hasSigned = ({ stampVersion }: JointPartner): boolean => stampVersion !== null;

/** What is waited for in something that our host is asked to sign. */
export function waitedAt({ state, leadState, stamps, version, inForce, lead }: JointInvitation): Waited {
  const of = [lead.name];
  if (state === "invited") return { what: stamps.length > 0 ? "youAgain" : "you", of };
  if (state !== "accepted") return { what: "ended", of };
  if (leadState === "suspended") return { what: "suspended", of };
  return inForce === version ? { what: "agreed", of } : { what: "others", of };
}
