import { listAvailabilities } from "../availability/queries.ts";
import { writeArchive } from "../exchange/archive-write.ts";
import { gatherChatons } from "../exchange/chatons/gather.ts";
import { writeChatonsFiles } from "../exchange/chatons/write.ts";
import { writeLibrehost } from "../exchange/librehost.ts";
import { writeTable } from "../exchange/table.ts";
import { offerRows } from "../exchange/table-words.ts";
import { findHost } from "../hosts/queries.ts";
import { listOffers } from "../offers/queries.ts";
import { type Operation, Refusal } from "./operate.ts";

/** What a format is written from: one snapshot of the instance. */
export interface Exporting extends Operation {
  readonly version: string;
  /** Private keys and passwords, sealed; null when they stay here. */
  readonly sealed: string | null;
}

/** A file of an export, written as it is read. */
export interface ExportedFile {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** How the instance is written in one format. */
export interface ExportFormat {
  /** Of several files, which need a folder. */
  readonly several: boolean;
  /** It holds what is not public: only its owner may read the file. */
  readonly intimate: boolean;
  files(exporting: Exporting): AsyncIterable<ExportedFile> | Iterable<ExportedFile>;
}

/** All formats, one line each. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  essaim: { several: false, intimate: true, files: archive },
  librehost: { several: false, intimate: false, files: librehost },
  chatonsinfos: { several: true, intimate: false, files: chatons },
  csv: { several: false, intimate: false, files: table },
};

const notSetUp = "Nobody hosts here yet; set the instance up first: essaim setup --help";

function* archive({ tx, config, version, sealed }: Exporting): Iterable<ExportedFile> {
  yield { name: "essaim.json", content: writeArchive(tx, { origin: config.origin, version, sealed }) };
}

async function* librehost({ tx, config }: Exporting): AsyncIterable<ExportedFile> {
  const host = await findHost(tx);
  if (host === null) throw new Refusal(notSetUp);
  yield { name: "librehost.json", content: [`${JSON.stringify(writeLibrehost(host, config.origin), null, 2)}\n`] };
}

async function* chatons({ tx, config, now }: Exporting): AsyncIterable<ExportedFile> {
  const source = await gatherChatons(tx, config.origin, now);
  if (source === null) throw new Refusal(notSetUp);
  for (const { name, text } of writeChatonsFiles(source)) yield { name, content: [text] };
}

async function* table({ tx, config, now }: Exporting): AsyncIterable<ExportedFile> {
  const { headers, rows } = offerRows({
    ...{ offers: await listOffers(tx), availabilities: await listAvailabilities(tx), language: config.language, now },
    address: (slug) => `${config.origin}/offers/${slug}`,
  });
  yield { name: config.language === "fr" ? "offres.csv" : "offers.csv", content: [writeTable(headers, rows)] };
}
