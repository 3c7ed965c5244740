import type { Reader } from "../../src/foundation/database.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { findFollowedWatch } from "../../src/watches/queries.ts";
import type { Reach } from "../reach.ts";
import { availabilityDocument } from "./availability.ts";
import { campaignDocument } from "./campaign.ts";
import { findCampaign } from "./campaigns.ts";
import { hostDocument } from "./host.ts";
import { instanceDocument } from "./instance.ts";
import { intakeDocument } from "./intake.ts";
import type { Keys } from "./keys.ts";
import type { Local } from "./local.ts";
import { offerDocument } from "./offer.ts";
import { watchDocument } from "./watch.ts";

/** The document of one of our actors, as it is served; null for an offer that is not published, or a search that nobody keeps. */
export async function actorDocument(reader: Reader, reach: Reach, local: Local, handle: Handle) {
  const keys = await reach.keys.of(handle.id, reader);
  if (handle.kind === "campaign") {
    const campaign = await findCampaign(reader, local, handle.id);
    return campaign && campaignDocument(local, campaign, handle, keys);
  }
  if (handle.kind !== "watch") return documentOf(local, { ...handle, kind: handle.kind }, keys);
  const watch = await findFollowedWatch(reader, handle.id);
  return watch && watchDocument(local, handle, keys, watch);
}

function documentOf(
  local: Local,
  handle: Handle & { readonly kind: Exclude<Handle["kind"], "watch" | "campaign"> },
  keys: Keys,
) {
  switch (handle.kind) {
    case "instance":
      return instanceDocument(local, keys);
    case "host":
      return hostDocument(local, keys);
    case "availability":
      return availabilityDocument(local, handle, keys);
    case "intake":
      return intakeDocument(local, handle, keys);
    case "offer": {
      const published = local.offers.find(({ offer }) => offer.id === handle.id);
      return published ? offerDocument(local, published, handle, keys) : null;
    }
  }
}
