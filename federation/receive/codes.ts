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
  const texts = new Map(sayings.map((saying) => [saying, textOf(saying.said.content)]));
  if (![...texts.values()].some(bringsCode)) return sayings;
  const handle = await findHandle(tx, intakeName);
  if (handle === null) return sayings;
  const intake = actorIri(origin, { id: handle.id, kind: "intake" });
  const left: Saying[] = [];
  for (const [saying, text] of texts) {
    const { author: actor, addressed } = saying.said;
    const isCode =
      bringsCode(text) && addressed.includes(intake) && (await hearCode(tx, { actor, text, now: new Date() }));
    if (!isCode) left.push(saying);
  }
  return left;
}

const bringsCode = (text: string): boolean => codesIn(text).length > 0;
