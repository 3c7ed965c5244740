import type { Transaction } from "../../src/foundation/database.ts";
import { findHandle, intakeName } from "../../src/hosts/handles.ts";
import { codesIn } from "../../src/visitors/message-codes.ts";
import { hearCode } from "../../src/visitors/sign-ins.ts";
import { actorIri } from "../addresses.ts";
import { textOf } from "../vocabulary/html.ts";
import type { Saying } from "./activity.ts";

/** Takes out the codes by which people are recognised; the rest is for colleagues to read. Most bring no figures, and cost nothing. */
export async function takeCodes(
  tx: Transaction,
  origin: string,
  sayings: readonly Saying[],
): Promise<readonly Saying[]> {
  if (!sayings.some(bringsCode)) return sayings;
  const handle = await findHandle(tx, intakeName);
  if (handle === null) return sayings;
  const intake = actorIri(origin, { id: handle.id, kind: "intake" });
  const left: Saying[] = [];
  for (const saying of sayings) {
    const { author, content, addressed } = saying.said;
    const said = { actor: author, text: textOf(content), now: new Date() };
    const isCode = bringsCode(saying) && addressed.includes(intake) && (await hearCode(tx, said));
    if (!isCode) left.push(saying);
  }
  return left;
}

const bringsCode = ({ said }: Saying): boolean => codesIn(textOf(said.content)).length > 0;
