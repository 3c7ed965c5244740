import type { Context } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { findHost } from "../hosts/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { onceSent } from "../web/sent-forms.ts";
import type { JointDeed } from "./changes.ts";
import type { JointRefusal, Named } from "./joint.ts";

/** What the desk of what several hosts sign needs of the rest of the site. */
export interface JointDeskDeps extends DeskDeps {
  /** The permanent address of our own host. */
  actorId(actor: { readonly id: string; readonly kind: "host" }): string;
  /** Where a sentence to the others stands. */
  noteAt(id: string): string;
  /** The host of another instance at an address that somebody typed; null where none is found. */
  findPartner(typed: string): Promise<Named | null>;
  /** What our host was asked by others, where that is what something signed is about, and its place at the desk. */
  findAsked(about: string): Promise<{ readonly title: string; readonly href: string } | null>;
}

export type JointContext = Context<DeskEnv>;

/** Our own host as those who sign with it are named. */
export async function findOwn({
  db,
  origin,
  actorId,
}: Pick<JointDeskDeps, "db" | "origin" | "actorId">): Promise<Named> {
  const host = await findHost(db);
  if (host === null) throw new Error("there is no desk before there is a host");
  const { id, handle, profile } = host;
  return { actor: actorId({ id, kind: "host" }), name: profile.name, page: `${origin}/@${handle}` };
}

/** Something that is done at the desk. */
export interface Doing {
  /** The form that asks for it, to be done once. */
  readonly form: string;
  /** As the journal calls it. */
  readonly deed: string;
  /** Does it, and says what the journal names and where it leads. */
  work(
    tx: Transaction,
    deed: JointDeed & { readonly who: string; readonly name: string },
  ): Promise<Outcome<{ readonly subject: string; readonly path: string }, JointRefusal>>;
}

/** Does it once, notes who did it, and says where it leads; or why it was refused. */
export async function doAtDesk(
  deps: JointDeskDeps,
  c: JointContext,
  { form, deed, work }: Doing,
): Promise<{ readonly path: string } | { readonly refused: JointRefusal }> {
  const person = c.get("person");
  const [now, { actor: own, name }] = [deps.now(), await findOwn(deps)];
  const who = person.name === "" ? person.email : person.name;
  let reason: JointRefusal = "wrong-state";
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now }, async () => {
      const outcome = await work(tx, { now, own, name, who });
      if (!outcome.done) {
        reason = outcome.reason;
        return null;
      }
      await enter(tx, person, { deed, subject: outcome.value.subject, now });
      return outcome.value.path;
    }),
  );
  return path === null ? { refused: reason } : { path };
}
