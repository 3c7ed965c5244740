import { shownState, takesIn } from "../../src/availability/availability.ts";
import { words as availabilityWords } from "../../src/availability/words.ts";
import { dateWords } from "../../src/foundation/date-words.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { actorPage, offersIri } from "../addresses.ts";
import { words } from "../send/words.ts";
import type { Field } from "../vocabulary/actor.ts";
import { writeAvailability } from "../vocabulary/availability-actor.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { actorOf, linkField, textField } from "./common.ts";
import { availabilityHashtags } from "./hashtags.ts";
import type { Keys } from "./keys.ts";
import { hostIri, instanceIri, type Local, lastSaid } from "./local.ts";

/** The document of the actor that tells who can still get in. */
export function availabilityDocument(local: Local, handle: Handle, keys: Keys) {
  const { origin, host, language } = local;
  const { availabilityTitle, availabilitySummary } = words[language];
  const actor = actorOf(local, handle, keys, {
    title: availabilityTitle(host.profile.name),
    summary: paragraphs(availabilitySummary(host.profile.name)),
    url: actorPage(origin, handle.name),
    fields: fieldsOf(local),
    hashtags: availabilityHashtags,
  });
  return writeAvailability({
    ...actor,
    host: hostIri(local),
    instance: instanceIri(origin),
    streams: [offersIri(hostIri(local))],
  });
}

function fieldsOf(local: Local): readonly Field[] {
  const { origin, host, language, offers, now } = local;
  const { labels } = words[language];
  const open = offers.filter(({ availability }) => takesIn(shownState(availability, now)));
  const { states } = availabilityWords[language];
  const said = lastSaid(local);
  return [
    ...linkField(labels.host, actorPage(origin, host.handle)),
    ...textField(labels.state, offers.length === 0 ? null : open.length > 0 ? states.open : states.closed),
    ...textField(labels.updated, said && dateWords(said, language)),
  ];
}
