import { done, refused } from "../../foundation/outcome.ts";
import type { HostProfile } from "../../hosts/host.ts";
import { chatonsCode, fromChatonsCode } from "../../hosts/vocabularies.ts";
import type { Fields } from "./fields.ts";
import { address, code, country, day, degree, email, type Kind, text } from "./kinds.ts";
import { flatten } from "./lines.ts";

/** What an organisation file says that a profile has a place for. */
export interface Said {
  readonly name: string | null;
  readonly description: string | null;
  readonly type: string | null;
  readonly website: string | null;
  readonly contactUrl: string | null;
  readonly contactEmail: string | null;
  readonly address: string | null;
  readonly legalUrl: string | null;
  readonly country: string | null;
}

const legalForm: Kind<string | null> = {
  none: null,
  read: (said) => {
    const found = fromChatonsCode("legalForms", said.toUpperCase());
    return found === null ? refused("unknown-code") : done(found);
  },
  write: (form) => (form === null ? "" : (chatonsCode("legalForms", form) ?? "")),
};

/** Under which key each stands. */
export const fields: Fields<Said> = {
  name: ["organization.name", text(100)],
  description: ["organization.description", text()],
  type: ["organization.type", legalForm],
  website: ["organization.website", address],
  contactUrl: ["organization.contact.url", address],
  contactEmail: ["organization.contact.email", email],
  address: ["organization.geolocation.address", text()],
  legalUrl: ["organization.legal.url", address],
  country: ["organization.country.code", country],
};

const level = code(["active", "idle", "away"]);

/** Keys that the format knows and a profile has no place for: looked at, and kept as they stand. */
export const placeless: readonly (readonly [RegExp, Kind<string | null>])[] = [
  [/^organization\.(logo|owner\.website|owner\.logo|guide\.technical|guide\.user)$/, address],
  [/^organization\.(socialnetworks|funding)\.[^.]+$/, address],
  [/^organization\.(startdate|enddate|memberof\.[^.]+\.(startdate|enddate))$/, day],
  [/^organization\.(status\.level|memberof\.[^.]+\.status\.level)$/, level],
  [/^organization\.geolocation\.(latitude|longitude)$/, degree],
  [/^organization\.(owner\.name|country\.name|(memberof\.[^.]+\.)?status\.description|chatrooms\.[^.]+)$/, text()],
  [/^metrics\./, text(20_000)],
];

/** What our own file says of the host. */
export function saidOf(profile: HostProfile, origin: string): Said {
  const description = flatten(profile.tagline ?? profile.summary).trim();
  return {
    name: flatten(profile.name),
    description: description === "" ? null : description,
    type: profile.legalForm,
    website: profile.website ?? origin,
    contactUrl: profile.contact.url,
    contactEmail: profile.contact.email,
    address: profile.contact.address === null ? null : flatten(profile.contact.address),
    legalUrl: profile.termsUrl,
    country: profile.country,
  };
}
