import { stringify } from "csv-stringify/sync";
import type { Reader } from "../foundation/database.ts";
import { searchOf } from "./normal-form.ts";
import {
  type HostRow,
  listDepartedSince,
  listHostRows,
  listOfferRows,
  type OfferRow,
  type Wanted,
} from "./open-data.ts";

/** Under what the open data may be used, by whoever. */
export const license = {
  name: "Licence Ouverte 2.0 (Etalab)",
  spdx: "etalab-2.0",
  url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
} as const;

/** The whole as one JSON document, piece by piece. */
export async function* writeJson(reader: Reader, origin: string, wanted: Wanted): AsyncGenerator<string> {
  const { since, now } = wanted;
  const head = {
    ...{ format: "essaim-directory", version: 1, license, source: origin, updated: now, since },
    search: searchOf(wanted.filters),
    documentation: `${origin}/directory/data`,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"hosts":[`;
  yield* itemsOf(listHostRows(reader, wanted));
  yield '],"offers":[';
  yield* itemsOf(listOfferRows(reader, wanted));
  yield `],"gone":${JSON.stringify(since === null ? [] : await listDepartedSince(reader, since))}}\n`;
}

async function* itemsOf(batches: AsyncGenerator<readonly object[]>): AsyncGenerator<string> {
  let first = true;
  for await (const batch of batches) {
    const text = batch.map((row) => JSON.stringify(row)).join(",\n");
    if (text !== "") yield `${first ? "\n" : ",\n"}${text}`;
    first = first && text === "";
  }
}

/** The offers as one table, piece by piece: in the last lines the hosts that have none. Made as `src/exchange/table.ts` makes those of the desk. */
export async function* writeCsv(reader: Reader, wanted: Wanted): AsyncGenerator<string> {
  yield lines([columns.map(([name]) => name)], true);
  const withOffers = new Set<string>();
  for await (const batch of listOfferRows(reader, wanted)) {
    for (const { host } of batch) withOffers.add(host);
    if (batch.length > 0) yield lines(batch.map((row) => columns.map(([, ofOffer]) => cell(ofOffer(row)))));
  }
  for await (const batch of listHostRows(reader, wanted)) {
    const alone = batch.filter(({ actor }) => !withOffers.has(actor));
    if (alone.length > 0) yield lines(alone.map((row) => columns.map(([, , ofHost]) => cell(ofHost(row)))));
  }
}

type Column = readonly [name: string, ofOffer: (row: OfferRow) => unknown, ofHost: (row: HostRow) => unknown];

const none = () => null;
const columns: readonly Column[] = [
  ["host_name", (row) => row.hostName, (row) => row.name],
  ["host_actor", (row) => row.host, (row) => row.actor],
  ["origin", (row) => row.origin, (row) => row.origin],
  ["offer_title", (row) => row.title, none],
  ["offer_actor", (row) => row.actor, none],
  ["offer_url", (row) => row.url, none],
  ["summary", (row) => row.summary, (row) => row.summary],
  ["language", (row) => row.language, (row) => row.language],
  ["needs", (row) => row.needs, none],
  ["audiences", (row) => row.audiences, none],
  ["software", (row) => row.software, none],
  ["isolation", (row) => row.isolation, none],
  ["territory", (row) => row.territory?.codes, (row) => row.territory?.codes],
  ["territory_policy", (row) => row.territory?.policy, (row) => row.territory?.policy],
  ["accompaniment", (row) => row.accompaniment, none],
  ["price_model", (row) => row.prices[0]?.model, none],
  ["price_amount", (row) => row.prices[0]?.amount, none],
  ["price_currency", (row) => row.prices[0]?.currency, none],
  ["price_period", (row) => row.prices[0]?.period, none],
  ["availability", (row) => row.availability?.state ?? "unknown", none],
  ["slots", (row) => row.availability?.slots, none],
  ["next_opening", (row) => row.availability?.nextOpening, none],
  ["availability_expires", (row) => row.availability?.expires, none],
  ["trust", (row) => row.trust, (row) => row.trust],
  ["confirmed", (row) => row.confirmed, (row) => row.confirmed],
  ["partner_names", (row) => row.partners.map(({ name }) => name).join(" | "), none],
  ["partner_actors", (row) => row.partners.map(({ actor }) => actor), none],
];

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(" ") : String(value);
}

function lines(rows: readonly (readonly string[])[], first = false): string {
  return stringify([...rows], {
    ...{ bom: first, delimiter: ";", record_delimiter: "windows", escape_formulas: true, quoted: true },
    cast: { string: (text) => text.replaceAll("\0", "") },
  });
}
