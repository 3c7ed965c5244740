import type { Transaction } from "../../src/foundation/database.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import type { NoticeGiven } from "../../src/notices/events.ts";
import { findNotice } from "../../src/notices/queries.ts";
import { words } from "../../src/notices/words.ts";
import type { Reach } from "../reach.ts";
import { findRecipient, sendDirect } from "./direct.ts";

/** What somebody with an account of another server should know reaches them there, as a message of the request's account to them alone: nobody else learns that they promised. */
export async function tellNotice(tx: Transaction, reach: Reach, { notice: id, happened }: NoticeGiven): Promise<void> {
  const notice = await findNotice(tx, id);
  if (notice === null || notice.request === null) return;
  const [request, speaker] = [await findFundingById(tx, notice.request), await findHandleById(tx, notice.request)];
  const to = notice.party.actor ? await findRecipient(tx, notice.party.actor) : null;
  if (request === null || speaker === null || speaker.gone !== null || to === null) return;
  const { title } = request.content;
  const language = request.content.language === "en" ? "en" : "fr";
  const text = `${title}\n\n${words[language].whats[notice.what]}\n\n${reach.origin}/funding/${request.code}`;
  await sendDirect(tx, reach, { speaker, to, text, language, published: new Date(happened), of: id });
}
