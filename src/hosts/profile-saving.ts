import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Actor, enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { changeHost } from "./changes.ts";
import type { KeptHost } from "./host.ts";
import type { ReadForm, Sent } from "./profile-form.ts";
import type { Speech } from "./profile-kinds.ts";
import { readSection, type SectionName, showSection } from "./profile-sections.ts";
import { lockHost } from "./queries.ts";

/** A form of one section, and who sent it. */
export interface SentSection {
  readonly section: SectionName;
  readonly sent: Sent;
  /** Of what the form was filled from (`versionOf`). */
  readonly version: string;
  readonly speech: Speech;
  readonly by: Actor;
  readonly now: Date;
}

export type Saved =
  | { readonly how: "saved" | "untouched" }
  /** A colleague changed this section meanwhile. */
  | { readonly how: "conflict"; readonly host: KeptHost }
  | { readonly how: "refused"; readonly host: KeptHost; readonly read: ReadForm };

/** Saves what a form says of one section; what a colleague changed in another meanwhile stays as they have it. */
export async function saveSection(tx: Transaction, form: SentSection): Promise<Saved> {
  const { section, sent, speech, by, now } = form;
  const host = await lockHost(tx);
  const read = readSection(section, sent, host.profile, speech);
  if (Object.keys(read.wrong).length > 0) return { how: "refused", host, read };
  if (isDeepStrictEqual(read.profile, host.profile)) return { how: "untouched" };
  if (form.version !== versionOf(host, section, speech)) return { how: "conflict", host };
  await changeHost(tx, read.profile, now);
  await enter(tx, by, { deed: "host-changed", subject: section, now });
  return { how: "saved" };
}

/** What a section says now: two forms filled from the same have the same, whatever changed elsewhere in the profile. */
export function versionOf({ profile }: KeptHost, section: SectionName, speech: Speech): string {
  const shown = JSON.stringify(showSection(section, profile, speech));
  return createHash("sha256").update(shown).digest("base64url").slice(0, 16);
}
