import { dateWords } from "../../src/foundation/date-words.ts";
import { territoryName } from "../../src/hosts/territories.ts";
import { label } from "../../src/hosts/vocabularies.ts";
import { actorIri, actorPage, hostSheet, offersIri, partnersIri, reviewsIri, vouchesIri } from "../addresses.ts";
import { words } from "../send/words.ts";
import type { Field } from "../vocabulary/actor.ts";
import { type HostActor, writeHost } from "../vocabulary/host.ts";
import { textOf } from "../vocabulary/html.ts";
import type { Place } from "../vocabulary/place.ts";
import { actorOf, linkField, summaryOf, textField } from "./common.ts";
import { hostHashtags } from "./hashtags.ts";
import type { Keys } from "./keys.ts";
import { hostHandle, hostIri, instanceIri, type Local } from "./local.ts";

/** The document of the host. */
export function hostDocument(local: Local, keys: Keys) {
  const { labels } = words[local.language];
  return writeHost(hostActor(local, keys), {
    availability: `${labels.availability} (ActivityPub)`,
    datasheet: labels.hostSheet,
    vouches: labels.vouches,
    reviews: labels.reviews,
  });
}

/** What other servers show of the host: its name, its presentation as plain text, its lines. */
export function hostAsSeen(local: Local) {
  const fields = fieldsOf(local).map((field) => ({
    name: field.name,
    text: "text" in field ? field.text : field.link,
  }));
  return { name: local.host.profile.name, bio: textOf(presentationOf(local)), fields };
}

function presentationOf({ host: { profile } }: Local): string {
  return summaryOf([profile.tagline, profile.summary].filter((text) => text).join("\n\n"));
}

function hostActor(local: Local, keys: Keys): HostActor {
  const { origin, host, availability } = local;
  const { profile } = host;
  const actor = actorOf(local, hostHandle(local), keys, {
    title: profile.name,
    summary: presentationOf(local),
    url: actorPage(origin, host.handle),
    fields: fieldsOf(local),
    hashtags: hostHashtags(profile),
  });
  return {
    ...actor,
    availability: availability && actorIri(origin, availability),
    datasheet: hostSheet(origin, host.handle),
    vouches: vouchesIri(hostIri(local)),
    reviews: reviewsIri(hostIri(local)),
    location: placeOf(local),
    legalForm: profile.legalForm && label("legalForms", profile.legalForm, local.language),
    dataLocation: profile.dataLocation,
    streams: [offersIri(hostIri(local)), partnersIri(hostIri(local))],
    instance: instanceIri(origin),
  };
}

function fieldsOf({ origin, host: { profile, handle }, availability, language }: Local): readonly Field[] {
  const { labels, closes } = words[language];
  const { contact, closing } = profile;
  return [
    ...linkField(labels.website, profile.website ?? actorPage(origin, handle)),
    ...linkField(labels.availability, availability && actorPage(origin, availability.name)),
    ...linkField(labels.terms, profile.termsUrl),
    ...textField(labels.contact, contact.email ?? contact.url ?? contact.phone),
    ...textField(labels.closing, closing && closes(dateWords(closing.ends, language), closing.successor)),
  ];
}

/** Where the host is, as far as it says so. */
export function placeOf({ host: { profile }, language }: Local): Place | null {
  const country = profile.country && territoryName(`country:${profile.country}`, language);
  const commune = profile.commune && territoryName(profile.commune, language);
  const name = [commune, country].filter((part) => part).join(", ");
  return name === "" ? null : { name, position: null };
}
