import { readFilters } from "../../src/directory/filters.ts";
import { searchWords } from "../../src/directory/search-words.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import type { FollowedWatch } from "../../src/watches/watch.ts";
import { actorPage, searchPage } from "../addresses.ts";
import { words } from "../send/words.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { writeWatch } from "../vocabulary/watch-actor.ts";
import { actorOf, linkField, textField } from "./common.ts";
import { availabilityHashtags } from "./hashtags.ts";
import type { Keys } from "./keys.ts";
import { instanceIri, type Local } from "./local.ts";

/** The document of the account that tells of a search. */
export function watchDocument(local: Local, handle: Handle, keys: Keys, watch: FollowedWatch) {
  const { origin, language } = local;
  const { labels, watches } = words[language];
  const search = searchWords(readFilters(new URLSearchParams(watch.search)), language);
  const actor = actorOf(local, handle, keys, {
    title: watches.title(search),
    summary: paragraphs(watches.summary(new URL(origin).host)),
    url: actorPage(origin, handle.name),
    fields: [
      ...textField(labels.search, search),
      ...linkField(labels.searchPage, searchPage(origin, watch.search)),
      ...textField(labels.stop, watches.stop),
    ],
    hashtags: availabilityHashtags,
  });
  return writeWatch(actor, instanceIri(origin));
}
