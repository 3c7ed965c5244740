import { listMembers, type Member } from "../accounts/members.ts";
import { makeErasureLink } from "../erasures/changes.ts";
import { erasurePath } from "../erasures/routes.tsx";
import { goneFromBackups } from "../foundation/backup-days.ts";
import type { Transaction } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import { type MailSettings, sendMail, sendSealedMail } from "../foundation/mail.ts";
import { done, type Outcome } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Association } from "./associations.ts";
import { type CloseRefusal, eraseAssociation } from "./closing.ts";
import { words } from "./letter-words.ts";

/** What the last letters need. */
interface GoodbyePost {
  readonly origin: string;
  readonly mail: MailSettings;
  readonly secret: Secret;
  readonly host: string;
}

/** Erases an association at its own wish; each of its members is told so once more, at an address that is kept no longer. The path of the private page. */
export async function closeAssociation(
  tx: Transaction,
  { origin, mail, secret, host }: GoodbyePost,
  association: Association,
  now: Date,
): Promise<Outcome<string, CloseRefusal>> {
  const members = await listMembers(tx, association.id);
  const erased = await eraseAssociation(tx, association.id, now);
  if (!erased.done) return erased;
  const path = erasurePath(await makeErasureLink(tx, association.id));
  const letter = words[association.language].erased({ ...saidOf(association, host, now), link: origin + path });
  for (const { email } of members) await sendSealedMail(tx, mail, secret, { to: email, ...letter });
  return done(path);
}

/** Tells somebody who acts for an association no longer that their account is erased. */
export async function tellGone(
  tx: Transaction,
  { mail, host }: Pick<GoodbyePost, "mail" | "host">,
  { association, email }: { readonly association: Association } & Pick<Member, "email">,
  now: Date,
): Promise<void> {
  await sendMail(tx, mail, { to: email, ...words[association.language].left(saidOf(association, host, now)) });
}

function saidOf({ name, language }: Association, host: string, now: Date) {
  const [erased, gone] = [dateWords(now, language), dateWords(goneFromBackups(now), language)];
  return { host, association: name, erased, gone };
}
