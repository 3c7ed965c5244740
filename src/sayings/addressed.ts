import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { findFundingById } from "../funding/queries.ts";
import { findHandle, intakeName } from "../hosts/handles.ts";
import type { MessageKind, Visibility } from "../messages/messages.ts";
import { namedIn, plainOf } from "./plain.ts";

/** A message to one of our accounts that read by themselves. */
export interface Addressed {
  /** The permanent address of the message, and of its author. */
  readonly id: string;
  readonly author: string;
  readonly kind: MessageKind;
  readonly visibility: Visibility;
  /** Without mark-up, and without those of us whom it names. */
  readonly text: string;
  /** Those elsewhere, and our host, whom it names: accounts written out, or the addresses behind their names. */
  readonly named: readonly string[];
  readonly language: Language;
  readonly received: Date;
  /** The account that takes in requests, where it is addressed. */
  readonly intake: string | null;
  /** The request whose account is addressed. */
  readonly request: FundingRequest | null;
}

/** Finds a message and holds it; null when it is gone, or is for none of our accounts that read by themselves. */
export async function findAddressed(
  tx: Transaction,
  id: string,
  { origin, language }: { readonly origin: string; readonly language: Language },
): Promise<Addressed | null> {
  const row = await tx
    .selectFrom("messages")
    .select(["id", "author", "kind", "visibility", "content", "language", "received", "recipients"])
    .where("id", "=", id)
    .where("deleted", "is", null)
    .where(sql<boolean>`not is_blocked(author)`)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { content, recipients, ...message } = row;
  const handle = await findHandle(tx, intakeName);
  const intake = handle !== null && handle.gone === null && recipients.includes(handle.id) ? handle.id : null;
  const request = await findCampaign(tx, recipients);
  if (intake === null && request === null) return null;
  return {
    ...{ ...message, intake, request },
    ...{ kind: row.kind as MessageKind, visibility: row.visibility as Visibility },
    text: plainOf(content, origin),
    named: namedIn(content, { origin, but: [intakeName] }),
    language: languageOf(row.language) ?? language,
  };
}

/** Of several requests that a message names none is meant. */
async function findCampaign(tx: Transaction, recipients: readonly string[]): Promise<FundingRequest | null> {
  const rows = await tx
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "campaign")
    .where("gone", "is", null)
    .where(sql<boolean>`id = any(${[...recipients]}::uuid[])`)
    .execute();
  const [only, ...others] = rows;
  return only === undefined || others.length > 0 ? null : findFundingById(tx, only.id);
}

function languageOf(tag: string | null): Language | null {
  const said = tag?.toLowerCase() ?? "";
  return /^fr\b/.test(said) ? "fr" : /^en\b/.test(said) ? "en" : null;
}
