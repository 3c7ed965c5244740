import type { Transaction } from "../../src/foundation/database.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { findHandle, findHandleById, intakeName } from "../../src/hosts/handles.ts";
import type { NoticeGiven } from "../../src/notices/events.ts";
import { findNotice, type NoticeFor } from "../../src/notices/queries.ts";
import { words } from "../../src/notices/words.ts";
import { findAsking } from "../../src/together/queries.ts";
import type { Reach } from "../reach.ts";
import { findRecipient, sendDirect } from "./direct.ts";

/** What somebody with an account of another server should know reaches them there, as a message of the request's account to them alone: nobody else learns that they promised. */
export async function tellNotice(tx: Transaction, reach: Reach, { notice: id, happened }: NoticeGiven): Promise<void> {
  const notice = await findNotice(tx, id);
  if (notice?.asking != null) return tellOfAsking(tx, reach, { ...notice, asking: notice.asking }, { id, happened });
  if (notice === null || notice.request === null) return;
  const [request, speaker] = [await findFundingById(tx, notice.request), await findHandleById(tx, notice.request)];
  const to = notice.party.actor ? await findRecipient(tx, notice.party.actor) : null;
  if (request === null || speaker === null || speaker.gone !== null || to === null) return;
  const { title } = request.content;
  const language = request.content.language === "en" ? "en" : "fr";
  const text = `${title}\n\n${words[language].whats[notice.what]}\n\n${reach.origin}/funding/${request.code}`;
  await sendDirect(tx, reach, { speaker, to, text, language, published: new Date(happened), of: id });
}

/** Of what they ask of several hosts, the account that asked in their name tells. */
async function tellOfAsking(
  tx: Transaction,
  reach: Reach,
  { what, party, asking: about }: NoticeFor & { readonly asking: string },
  { id: of, happened }: { readonly id: string; readonly happened: string },
): Promise<void> {
  const [asking, speaker] = [await findAsking(tx, about), await findHandle(tx, intakeName)];
  const to = party.actor ? await findRecipient(tx, party.actor) : null;
  if (asking === null || speaker === null || speaker.gone !== null || to === null) return;
  const { language } = asking;
  const text = `${words[language].whats[what]}\n\n${reach.origin}/together/${about}`;
  await sendDirect(tx, reach, { speaker, to, text, language, published: new Date(happened), of });
}
