import { type Archive, readArchive } from "../exchange/archive.ts";
import { loadArchive } from "../exchange/archive-load.ts";
import { archiveRefusal } from "../exchange/archive-words.ts";
import { keepEnvelope, openEnvelope } from "../site-envelope.ts";
import { readPassword } from "./files.ts";
import { type Answer, type Operation, orRefuse, Refusal } from "./operate.ts";

/** How the sealed part of an archive is treated. */
export interface ArchiveOptions {
  readonly passphraseFile?: string;
  readonly newKeys?: true;
}

/** Makes this instance the one of an archive of `essaim export`. */
export async function importArchive(operation: Operation, document: unknown, options: ArchiveOptions): Promise<Answer> {
  const { tx, secret, config } = operation;
  const say = (reason: Parameters<typeof archiveRefusal>[0]) => archiveRefusal(reason, config.language);
  const archive = orRefuse(readArchive(document), say);
  const envelope = await openIfWanted(archive, options);
  const { rows } = orRefuse(await loadArchive(tx, archive, config.origin), say);
  const kept = envelope === null ? { keys: 0, accounts: 0, requests: 0 } : await keepEnvelope(tx, secret, envelope);
  const { handles = 0, offers = 0, followers = 0 } = rows;
  const left = envelope === null ? (archive.data["accounts"] ?? []).length : 0;
  const lines = [
    `${archive.origin} is here now: ${handles} handles, ${offers} offers, ${followers} followers, ${archive.jobs.length} waiting jobs.`,
    kept.keys > 0
      ? `${kept.keys} actors keep their keys.`
      : "Its actors make new keys; other servers learn them within the hour.",
    ...(kept.requests > 0 ? [`${kept.requests} requests for a place came along.`] : []),
    ...(left > 0 ? [`${left} accounts came without a password; make them anew with: essaim admin create`] : []),
  ];
  return { text: lines.join("\n"), json: { origin: archive.origin, rows, jobs: archive.jobs.length, ...kept } };
}

async function openIfWanted({ sealed }: Archive, { passphraseFile, newKeys }: ArchiveOptions) {
  if (passphraseFile !== undefined && sealed !== null) {
    const passphrase = await readPassword(passphraseFile);
    return orRefuse(await openEnvelope(sealed, passphrase), (reason) => sentences[reason]);
  }
  if (sealed !== null && newKeys !== true)
    throw new Refusal(
      "This file holds sealed keys. Open them with --passphrase-file, or leave them and make new ones with --new-keys.",
    );
  return null;
}

const sentences = {
  "passphrase-wrong":
    "The passphrase does not open the sealed keys of this file, or they were altered. Nothing was changed.",
  "envelope-malformed": "What is sealed in this file is not understood. Nothing was changed.",
};
