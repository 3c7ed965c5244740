import type { Association } from "../../src/associations/associations.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { territoryName } from "../../src/hosts/territories.ts";
import { actorPage } from "../addresses.ts";
import { words } from "../send/words.ts";
import { writeAssociation } from "../vocabulary/association-actor.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { actorOf, linkField, summaryOf, textField } from "./common.ts";
import type { Keys } from "./keys.ts";
import { instanceIri, type Local } from "./local.ts";

/** The document of an association. One whose profile is limited shows its name, so that whom it follows knows who that is, and nothing else. */
export function associationDocument(local: Local, handle: Handle, keys: Keys, association: Association) {
  const { origin, language } = local;
  const { labels, associations } = words[language];
  const place = association.territory === null ? null : territoryName(association.territory, language);
  const actor = actorOf(local, handle, keys, {
    title: association.name,
    url: actorPage(origin, handle.name),
    hashtags: [],
    reserved: !association.public,
    summary: association.public
      ? summaryOf(association.presentation, 1_500) + paragraphs(associations.writeElsewhere)
      : paragraphs(associations.limited(new URL(origin).host)),
    fields: association.public
      ? [
          ...linkField(labels.website, association.website),
          ...textField(labels.territory, place),
          ...textField(labels.sector, association.sector),
          ...textField("RNA", association.rna),
        ]
      : [],
  });
  const location = association.public && place !== null ? { name: place, position: null } : null;
  return writeAssociation(actor, { instance: instanceIri(origin), location });
}
