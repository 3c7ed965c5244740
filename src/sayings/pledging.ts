import type { Transaction } from "../foundation/database.ts";
import { type FundingRequest, isOver, mostOf } from "../funding/funding.ts";
import { takesPledges } from "../funding/life.ts";
import type { PledgeRead, PledgeRefusal } from "../intake/intake.ts";
import { readPledge } from "../intake/pledge.ts";
import { countAutomatic, settleMessage } from "../messages/keeping-answers.ts";
import { withdrawPledge } from "../pledges/making.ts";
import { listPledges } from "../pledges/queries.ts";
import { type Answering, keepAndSay, sayOnce, takeBack } from "./answering-back.ts";
import { withdrawUnconfirmed } from "./changes.ts";
import { pledgeFields } from "./pledge-fields.ts";
import type { About, WithdrawalOutcome } from "./texts.ts";

interface Pledging extends Answering {
  readonly request: FundingRequest;
}

/** Reads what somebody wrote to the account of a request, and answers it where it speaks of a promise; false where it does not. */
export async function answerPledge(tx: Transaction, pledging: Pledging): Promise<boolean> {
  const { addressed, request, known, texts, now } = pledging;
  const { terms } = request;
  const about = aboutOf(request);
  const read = readPledge(addressed.text, { accepted: { currency: terms.goal.currency, highest: mostOf(terms) } });
  if (read.done && read.value.deed === "withdraw") {
    const outcome = await withdraw(tx, pledging);
    await sayOnce(tx, addressed, { by: request.id, text: texts.withdrawn(outcome, about) }, now);
    await settleMessage(tx, addressed.id, now);
    return true;
  }
  if (known !== null && !read.done) {
    await takeBack(tx, known, texts.noPledgeNow(about), now);
    return true;
  }
  if (!read.done) return explain(tx, pledging, read.reason);
  if (isClosed(request, now)) {
    await sayOnce(tx, addressed, { by: request.id, text: texts.closed(about) }, now);
    return true;
  }
  await receive(tx, pledging, read.value);
  return true;
}

const aboutOf = ({ code, content }: FundingRequest): About => ({ code, title: content.title });

const isClosed = (request: FundingRequest, now: Date): boolean =>
  !takesPledges(request.state) || isOver(request, now) || request.asked !== null;

/** Nothing is promised by a sentence alone: its author confirms it behind the link. */
async function receive(tx: Transaction, pledging: Pledging, read: PledgeRead): Promise<void> {
  const { addressed, request, texts, now } = pledging;
  const { text, visibility } = addressed;
  const understood = pledgeFields(read, text, request);
  const shown = {
    about: aboutOf(request),
    understood,
    text,
    open: visibility === "public" || visibility === "unlisted",
  };
  await keepAndSay(tx, pledging, {
    ...{ ...understood, kind: "pledge", request: request.id, by: request.id },
    deed: read.deed === "withdraw" ? "pledge" : read.deed,
    say: (token) => texts.pledge(read, { ...shown, token }),
  });
  // A question is answered by a person too.
  if (understood.unsure.length === 0) await settleMessage(tx, addressed.id, now);
}

/** Words that speak of no money are for people; where an amount could not be made out, that is said, once a day. */
const silent: readonly PledgeRefusal[] = ["no-amount", "negated"];

async function explain(
  tx: Transaction,
  { addressed, request, texts, now }: Pledging,
  reason: PledgeRefusal,
): Promise<boolean> {
  if (silent.includes(reason)) return false;
  const since = new Date(now.getTime() - 24 * 3_600_000);
  if ((await countAutomatic(tx, addressed.author, since)).author === 0)
    await sayOnce(tx, addressed, { by: request.id, text: texts.unclear(reason, aboutOf(request)) }, now);
  return true;
}

/** Who signs the message is who promised, so it takes effect at once: it frees only its author. */
async function withdraw(tx: Transaction, { addressed, request, now }: Pledging): Promise<WithdrawalOutcome> {
  const unconfirmed = await withdrawUnconfirmed(tx, { actor: addressed.author, request: request.id }, now);
  const pledges = await listPledges(tx, request, { ended: false });
  const own = pledges.filter(({ party }) => party.actor === addressed.author);
  let bound = false;
  for (const { id, party, entry } of own) {
    const saying = { request: request.id, by: party.id, now };
    const outcome = await withdrawPledge(tx, id, entry.version + 1, saying);
    if (!outcome.done) bound = true;
  }
  if (bound) return "committed";
  if (own.length > 0) return "withdrawn";
  return unconfirmed > 0 ? "unconfirmed" : "nothing";
}
