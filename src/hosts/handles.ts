import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";

type HandleKind = "instance" | "host" | "offer" | "availability" | "watch" | "campaign" | "intake" | "association";

/** A name under which one of our actors can be followed: @name. */
export interface Handle {
  /** Also the id of the actor: its permanent address is built from it. */
  readonly id: string;
  readonly name: string;
  readonly kind: HandleKind;
  readonly created: Date;
  /** When the actor ceased to be; the name stays taken. */
  readonly gone: Date | null;
}

export type HandleRefusal = "handle-taken" | "handle-malformed";

/** The actors whose names are fixed on every site. */
export const instanceName = "instance";
export const availabilityName = "disponibilites";
/** Takes what people write to this site from their own server. */
export const intakeName = "demandes";

/** Names that mean something else here, and so are given to nobody. */
const reservedNames: readonly string[] = [
  ...[
    instanceName,
    availabilityName,
    intakeName,
    "requests",
    "availability",
    "directory",
    "annuaire",
    "association",
    "associations",
    "swarm",
    "essaim",
  ],
  ...["admin", "administrator", "administrateur", "root", "webmaster", "postmaster", "hostmaster", "abuse", "security"],
  ...["api", "ap", "actor", "actors", "inbox", "outbox", "offers", "offres", "funding", "partners", "about", "feed"],
  ...["www", "mail", "support", "contact", "me", "relay", "system", "setup", "null", "undefined"],
];

const pattern = /^[a-z0-9_]{1,30}$/;

/** Whether a name can be a handle at all, taken or not. */
export function isHandle(name: string): boolean {
  return pattern.test(name);
}

/** Takes a name for an actor, for ever: even once the actor is gone, nobody else gets it. */
export async function claimHandle(
  tx: Transaction,
  { id, name, kind }: Pick<Handle, "id" | "name" | "kind">,
): Promise<Outcome<null, HandleRefusal>> {
  if (!isHandle(name)) return refused("handle-malformed");
  if (reservedNames.includes(name) && fixedNames[kind] !== name) return refused("handle-taken");
  const claimed = await tx
    .insertInto("handles")
    .values({ id, name, kind })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returning("id")
    .executeTakeFirst();
  return claimed ? done(null) : refused("handle-taken");
}

const fixedNames: Partial<Record<HandleKind, string>> = {
  instance: instanceName,
  availability: availabilityName,
  intake: intakeName,
};

/** Says that the actor is no more; its name stays taken. */
export async function retireHandle(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable("handles").set({ gone: now }).where("id", "=", id).where("gone", "is", null).execute();
}

export async function findHandle(reader: Reader, name: string): Promise<Handle | null> {
  const row = await reader.selectFrom("handles").selectAll().where("name", "=", name).executeTakeFirst();
  return row ? { ...row, kind: row.kind as HandleKind } : null;
}

export async function findHandleById(reader: Reader, id: string): Promise<Handle | null> {
  const row = await reader.selectFrom("handles").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? { ...row, kind: row.kind as HandleKind } : null;
}

/** A free name made from a title or a slug: `site_web`, or `site_web_2` where that is taken. */
export async function suggestHandle(reader: Reader, text: string): Promise<string> {
  const base = handleOf(text);
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : `_${number}`;
    const name = base.slice(0, 30 - ending.length).replace(/_+$/, "") + ending;
    if (!reservedNames.includes(name) && (await findHandle(reader, name)) === null) return name;
  }
}

function handleOf(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  return name === "" ? "offre" : name;
}
