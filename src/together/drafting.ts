import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type AskRefusal, day, lockAsking, needAsking } from "./changes.ts";
import type { Said } from "./form.ts";
import { mayAsking } from "./life.ts";
import { digestOf } from "./queries.ts";
import { type AskedWay, type Asking, hostsAsked, mostAskings } from "./together.ts";

/** A host to be asked. */
export interface HostDraft {
  readonly way: AskedWay;
  readonly host: string | null;
  readonly name: string;
  readonly page: string | null;
  readonly address: string | null;
  readonly roles: readonly string[];
}

/** All that is asked, and of whom. */
export interface AskingDraft {
  readonly said: Said;
  readonly about: string | null;
  readonly hosts: readonly HostDraft[];
}

/** Who asks: a party, or somebody with an address for letters. */
export interface Asker {
  readonly party: string | null;
  readonly email: string | null;
  readonly language: Asking["language"];
  readonly now: Date;
}

/** Writes down what an association asks; nothing leaves before it is sent. */
export async function draftAsking(
  tx: Transaction,
  { said, about, hosts }: AskingDraft,
  { party, email, language, now }: Asker,
): Promise<Outcome<Asking, AskRefusal>> {
  const reason = refusalToHosts(hosts);
  if (reason !== null) return refused(reason);
  if (await isTooMuch(tx, { party, email }, now)) return refused("too-many-today");
  const id = randomUUID();
  await tx
    .insertInto("askings")
    .values({ ...rowOf(said), about, id, party, email, language, state: "draft", made: now, changed: now })
    .execute();
  await putHosts(tx, id, hosts, now);
  return done(await needAsking(tx, id));
}

/** Writes it otherwise, as long as it has not left. */
export async function changeAsking(
  tx: Transaction,
  id: string,
  { said, about, hosts }: AskingDraft,
  now: Date,
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  const reason = refusalToHosts(hosts);
  if (!mayAsking(asking.state, "change", "asker")) return refused("not-possible-now");
  if (reason !== null) return refused(reason);
  await tx
    .updateTable("askings")
    .set({ ...rowOf(said), about, reason: null, changed: now })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("askingHosts").where("asking", "=", id).execute();
  await putHosts(tx, id, hosts, now);
  return done(await needAsking(tx, id));
}

const rowOf = ({ needs, ...said }: Said) => ({ ...said, needs: [...needs] });

function refusalToHosts(hosts: readonly HostDraft[]): AskRefusal | null {
  if (hosts.length < hostsAsked.least) return "too-few-hosts";
  return hosts.length > hostsAsked.most ? "too-many-hosts" : null;
}

async function isTooMuch(tx: Transaction, { party, email }: Pick<Asker, "party" | "email">, now: Date) {
  const { count } = await tx
    .selectFrom("askings")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("made", ">", new Date(now.getTime() - day))
    .where((row) =>
      party === null ? row(sql`lower(email)`, "=", (email ?? "").toLowerCase()) : row("party", "=", party),
    )
    .executeTakeFirstOrThrow();
  return count >= mostAskings.ofParty;
}

async function putHosts(tx: Transaction, asking: string, hosts: readonly HostDraft[], now: Date): Promise<void> {
  const rows = hosts.map(({ roles, ...host }, number) => ({
    ...{ ...host, id: randomUUID(), asking, number, roles: [...roles], state: "asked", changed: now },
    ...{ token: newToken(), offer: randomUUID() },
  }));
  await tx.insertInto("askingHosts").values(rows).execute();
}

/** The last part of a private address, as long as a key. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Makes a private link to an asking; older links go on opening it. */
export async function makeAskingLink(tx: Transaction, asking: string, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto("askingLinks")
    .values({ digest: digestOf(token), asking, created: now })
    .execute();
  return token;
}

/** Whoever opened the link that came by letter has shown that the address is theirs. */
export async function confirmAsking(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("askings")
    .set({ confirmed: now })
    .where("id", "=", id)
    .where("email", "is not", null)
    .where("confirmed", "is", null)
    .execute();
}
