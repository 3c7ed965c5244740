import { eraseAssociationAnew, retireActor } from "./associations/closing.ts";
import { noteErasure } from "./erasures/changes.ts";
import type { KeptList } from "./erasures/kept-list.ts";
import type { Transaction } from "./foundation/database.ts";
import { findHandleById } from "./hosts/handles.ts";
import { findAnswer } from "./messages/answers.ts";
import { takeBackAnswer } from "./messages/keeping-answers.ts";
import { eraseRequest } from "./places/erasing.ts";
import { erasePledger } from "./pledges/erasing.ts";
import { retireAccount } from "./watches/changes.ts";

type Kept = KeptList["erasures"][number];

type Erasing = (tx: Transaction, id: string, when: Date) => Promise<boolean>;

/** How each kind is erased once more; false where there is nothing of it, or no more. */
const erasing: Readonly<Record<Kept["kind"], Erasing>> = {
  association: eraseAssociationAnew,
  async actor(tx, id, when) {
    const handle = await findHandleById(tx, id);
    if (handle === null || handle.gone !== null) return false;
    await retireActor(tx, id, when);
    return true;
  },
  async account(tx, id, when) {
    const party = tx.selectFrom("parties").select("id").where("id", "=", id).where("erased", "is", null);
    if ((await party.executeTakeFirst()) === undefined) return false;
    await erasePledger(tx, id, when);
    return true;
  },
  "place-request": eraseRequest,
  async answer(tx, id, when) {
    const answer = await findAnswer(tx, id);
    if (answer === null || answer.deleted !== null) return false;
    await takeBackAnswer(tx, answer, when);
    return true;
  },
  async watch(tx, id, when) {
    const watch = await tx.selectFrom("watches").select(["id", "actor"]).where("actor", "=", id).executeTakeFirst();
    if (watch === undefined) return false;
    await retireAccount(tx, watch, when);
    return true;
  },
};

/** Erases in a backup what was erased after it was taken: other servers are asked anew, too. How much that was. */
export async function eraseAgain(tx: Transaction, { erasures }: KeptList): Promise<number> {
  let count = 0;
  for (const { id, kind, happened } of erasures) {
    const when = new Date(happened);
    if (await erasing[kind](tx, id, when)) count += 1;
    await noteErasure(tx, { id, kind }, when); // so that the next list has it too
  }
  return count;
}
