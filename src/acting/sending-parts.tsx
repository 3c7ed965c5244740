import { enter } from "../accounts/journal.ts";
import type { Database, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Acting } from "../funding/acting.ts";
import type { Party } from "../funding/funding.ts";
import { partyFor } from "../funding/parties.ts";
import { onceSent } from "../web/sent-forms.ts";
import type { Deed } from "./done.ts";

/** In whose name something is done, when, and by which sending of a form. */
export interface Sending {
  readonly acting: Acting;
  /** The id of the form that was sent; sent twice, it is done once. */
  readonly form: string;
  readonly now: Date;
}

/** Does what a form asks for in one transaction, once; the path to go on to, or why it is refused. */
export async function doOnce<Reason>(
  db: Database,
  { acting, form, now }: Sending,
  make: (tx: Transaction, party: Party) => Promise<Outcome<Deed, Reason>>,
): Promise<Outcome<string, Reason>> {
  return db.transaction().execute(async (tx) => {
    const party = await partyFor(tx, acting, now);
    let reason: { readonly is: Reason } | null = null;
    const path = await onceSent(tx, { form, party: party.id, now }, async () => {
      const made = await make(tx, party);
      if (!made.done) {
        reason = { is: made.reason };
        return null;
      }
      const { deed, subject, path: next } = made.value;
      if (acting.kind === "host") await enter(tx, acting.by, { deed, subject, now });
      return next;
    });
    return path === null ? refused(need(reason)) : done(path);
  });
}

function need<Reason>(reason: { readonly is: Reason } | null): Reason {
  if (reason === null) throw new Error("a form came to nothing without a reason");
  return reason.is;
}
