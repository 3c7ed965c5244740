import { actorIri, actorPage, digestIri, directoryIri, peersIri, requestsIri, sheetsIri } from "../addresses.ts";
import { words } from "../send/words.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { writeInstance } from "../vocabulary/instance.ts";
import { actorOf, linkField, textField } from "./common.ts";
import type { Keys } from "./keys.ts";
import type { Local } from "./local.ts";

/** The document of the site itself. */
export function instanceDocument(local: Local, keys: Keys) {
  const { origin, instance, host, language } = local;
  const { labels, instanceSummary } = words[language];
  const site = new URL(origin).host;
  const id = actorIri(origin, instance);
  const actor = actorOf(local, instance, keys, {
    title: site,
    summary: paragraphs(instanceSummary(site)),
    url: `${origin}/about`,
    fields: [...textField(labels.software, "Essaim"), ...linkField(labels.responsible, actorPage(origin, host.handle))],
    hashtags: [],
  });
  return writeInstance({
    ...actor,
    streams: [directoryIri(id), peersIri(id), requestsIri(id)],
    digest: digestIri(id),
    sheets: sheetsIri(id),
  });
}
