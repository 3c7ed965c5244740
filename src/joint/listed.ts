import type { ListedJoint } from "../catalogue/catalogue.ts";
import type { Reader } from "../foundation/database.ts";
import type { JointPaper } from "./joint.ts";
import { listPapers } from "./queries.ts";
import { leadOf } from "./settling.ts";

/** Who makes our own offers together with us, as everybody reads it, by the offer's id: what is in force, or was until it was suspended. */
export async function listJoint(reader: Reader): Promise<ReadonlyMap<string, ListedJoint>> {
  const papers = await listPapers(reader, { kinds: ["offer"], states: ["published", "suspended"] });
  return new Map(
    papers.flatMap((paper) => (paper.inForce === null ? [] : [[paper.id, listedOf(paper, paper.inForce)]])),
  );
}

function listedOf(paper: JointPaper, { version, terms, partners }: NonNullable<JointPaper["inForce"]>): ListedJoint {
  const state = paper.state === "published" ? "published" : "suspended";
  return { version, terms, partners, state, lead: leadOf({ ...paper, terms }) ?? "" };
}
