import { isId } from "../acting/known.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { AskRefusal } from "./changes.ts";
import { chooseLead, decideHost, giveContact } from "./deciding.ts";
import { confirmAsking } from "./drafting.ts";
import { closeAsking, concludeAsking, declineResult, withdrawAsking } from "./ending.ts";
import { sendAsking } from "./sending.ts";
import { type Asking, longest } from "./together.ts";

export interface ActDeps {
  /** Whether the desk looks at it before it leaves. */
  isHeldFirst(reader: Reader, asking: Asking, now: Date): Promise<boolean>;
  now(): Date;
}

type Done = Promise<Outcome<Asking, AskRefusal>>;
/** One thing that an association does with what it asks, as its form sends it. */
export type Act = (
  tx: Transaction,
  asking: Asking,
  sent: Sent,
  deps: ActDeps,
) => Promise<{ readonly did: string; readonly outcome: Awaited<Done> }>;

const one = (sent: Sent, name: string): string => (sent[name]?.[0] ?? "").trim();
const idIn = (sent: Sent, name: string): string => (isId(one(sent, name)) ? one(sent, name) : "");

const versionIn = (sent: Sent): number => (/^\d{1,6}$/.test(one(sent, "version")) ? Number(one(sent, "version")) : 0);

/** By the last part of their addresses. */
export const acts: Readonly<Record<string, Act>> = {
  async sending(tx, asking, _sent, deps) {
    const now = deps.now();
    if (asking.party === null) await confirmAsking(tx, asking.id, now); // its link came by letter to nobody else
    const hold = await deps.isHeldFirst(tx, asking, now);
    return { did: hold ? "held" : "sent", outcome: await sendAsking(tx, asking.id, { hold, now }) };
  },
  async choice(tx, { id }, sent, { now }) {
    const partners = (sent["partner"] ?? []).filter(isId);
    return { did: "chosen", outcome: await chooseLead(tx, id, { lead: idIn(sent, "lead"), partners, now: now() }) };
  },
  async contact(tx, { id }, sent, { now }) {
    return { did: "given", outcome: await giveContact(tx, id, idIn(sent, "host"), now()) };
  },
  async addition(tx, { id }, sent, { now }) {
    const add = one(sent, "add") === "yes";
    const outcome = await decideHost(tx, id, { host: idIn(sent, "host"), add, now: now() });
    return { did: add ? "added" : "left-out", outcome };
  },
  async conclusion(tx, { id }, sent, { now }) {
    return { did: "concluded", outcome: await concludeAsking(tx, id, { version: versionIn(sent), now: now() }) };
  },
  async no(tx, { id }, sent, { now }) {
    const [version, reason] = [versionIn(sent), one(sent, "why").slice(0, longest.words)];
    return { did: "declined", outcome: await declineResult(tx, id, { version, reason, now: now() }) };
  },
  async closing(tx, { id }, sent, { now }) {
    const reason = one(sent, "reason").slice(0, longest.words) || null;
    return { did: "closed", outcome: await closeAsking(tx, id, { reason, now: now() }) };
  },
  async withdrawal(tx, { id }, _sent, { now }) {
    return { did: "withdrawn", outcome: await withdrawAsking(tx, id, now()) };
  },
};
