import type { Handle } from "../../src/hosts/handles.ts";
import { actorPage } from "../addresses.ts";
import { words } from "../send/words.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { writeIntake } from "../vocabulary/intake-actor.ts";
import { actorOf, linkField } from "./common.ts";
import type { Keys } from "./keys.ts";
import { hostIri, instanceIri, type Local } from "./local.ts";

/** The document of the actor to whom people write from their own server. */
export function intakeDocument(local: Local, handle: Handle, keys: Keys) {
  const { origin, host, language } = local;
  const { intakeTitle, intakeSummary, labels } = words[language];
  const actor = actorOf(local, handle, keys, {
    title: intakeTitle(host.profile.name),
    summary: paragraphs(intakeSummary(host.profile.name)),
    url: actorPage(origin, handle.name),
    fields: linkField(labels.host, actorPage(origin, host.handle)),
    hashtags: [],
  });
  return writeIntake(actor, { host: hostIri(local), instance: instanceIri(origin) });
}
