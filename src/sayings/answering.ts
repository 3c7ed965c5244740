import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { type AskingRead, readAsking } from "../intake/asking.ts";
import type { RequestRead } from "../intake/intake.ts";
import { readRequest } from "../intake/request.ts";
import { countAutomatic, settleMessage } from "../messages/keeping-answers.ts";
import { type Addressed, findAddressed } from "./addressed.ts";
import { type Answering, keepAndSay, sayOnce, takeBack } from "./answering-back.ts";
import { askingFields } from "./asking-fields.ts";
import { answerPledge } from "./pledging.ts";
import { findSayingOf } from "./queries.ts";
import { isPlainRequest, isRequest, requestFields } from "./request-fields.ts";
import { mostOfActor, mostOfServer } from "./sayings.ts";
import type { Texts } from "./texts.ts";

/** What reading needs of the rest of the site. */
export interface Reading {
  /** Without a trailing slash. */
  readonly origin: string;
  /** Of messages that do not say theirs. */
  readonly language: Language;
  texts(language: Language): Texts;
  /** What a request might be called. */
  titleFor(read: RequestRead, language: Language): string | null;
}

/** Reads a message to one of our accounts that read by themselves, new or edited, and answers it; read again, it says nothing more. */
export async function readSaying(tx: Transaction, id: string, reading: Reading, now: Date): Promise<void> {
  const addressed = await findAddressed(tx, id, reading);
  if (addressed === null) return;
  const texts = reading.texts(addressed.language);
  const known = await findSayingOf(tx, id);
  if (known === null && (await isTooMuch(tx, addressed, texts, now))) return;
  if (known !== null && (known.used !== null || known.text === addressed.text)) return;
  const { request } = addressed;
  const taken = request !== null && (await answerPledge(tx, { addressed, request, known, texts, now }));
  if (!taken && addressed.intake !== null) await answerRequest(tx, { addressed, known, texts, now }, reading);
}

const day = 24 * 3_600_000;
const space = 44; // any number that no other advisory lock is made with

/** Whoever writes too much is told so once, and read by colleagues only. */
async function isTooMuch(tx: Transaction, addressed: Addressed, texts: Texts, now: Date): Promise<boolean> {
  const { host } = new URL(addressed.author);
  await sql`select pg_advisory_xact_lock(hashtextextended(${host}, ${space}))`.execute(tx); // one after the other is counted
  const { author, server } = await countAutomatic(tx, addressed.author, new Date(now.getTime() - day));
  if (author < mostOfActor && server < mostOfServer) return false;
  if (author === mostOfActor || server === mostOfServer)
    await sayOnce(tx, addressed, { by: addressed.request?.id ?? addressed.intake, text: texts.tooMany() }, now);
  return true;
}

async function answerRequest(tx: Transaction, answering: Answering, { titleFor }: Reading): Promise<void> {
  const { addressed, known, texts, now } = answering;
  const { text, language } = addressed;
  const asking = readAsking(text, addressed.named, { now, language });
  if (asking !== null) return answerAsking(tx, answering, asking);
  const read = readRequest(text, { now, language });
  const { intake } = addressed;
  if (!isRequest(read)) {
    if (known !== null) return takeBack(tx, known, texts.noRequestNow(), now);
    if (await wantsHint(tx, addressed, now)) await sayOnce(tx, addressed, { by: intake, text: texts.hint() }, now);
    return;
  }
  const { fields, unsure } = requestFields(read, text);
  const title = titleFor(read, language);
  const saying = {
    kind: "request",
    request: null,
    deed: "pledge",
    unsure,
    fields: title === null ? fields : { title, ...fields },
  } as const;
  const plain = isPlainRequest(read);
  await keepAndSay(tx, answering, { ...saying, by: intake, say: (token) => texts.request(read, { token, plain }) });
  if (plain) await settleMessage(tx, addressed.id, now);
}

/** Several hosts are asked to see to something together: what was read waits for its author to look at it and send it. */
async function answerAsking(tx: Transaction, answering: Answering, asking: AskingRead): Promise<void> {
  const { addressed, texts, now } = answering;
  const understood = askingFields(asking);
  const kept = { kind: "asking", request: null, deed: "pledge", ...understood, by: addressed.intake } as const;
  await keepAndSay(tx, answering, { ...kept, say: (token) => texts.asking(asking, { token, understood }) });
  if (asking.sure) await settleMessage(tx, addressed.id, now);
}

/** Only what begins a conversation, and nobody more than once a day: who answers a colleague is not answered by an account. */
async function wantsHint(tx: Transaction, { author, kind }: Addressed, now: Date): Promise<boolean> {
  return kind === "mention" && (await countAutomatic(tx, author, new Date(now.getTime() - day))).author === 0;
}
