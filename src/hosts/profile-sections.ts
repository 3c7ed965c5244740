import { done, refused } from "../foundation/outcome.ts";
import { type Contact, capabilities, type HostProfile, isHub } from "./host.ts";
import { readIdentifier, schemeOf } from "./identifiers.ts";
import {
  one,
  own,
  type Part,
  type Place,
  type ReadForm,
  readParts,
  type Sent,
  several,
  showParts,
  tidy,
  untouched,
} from "./profile-form.ts";
import {
  because,
  country,
  day,
  email,
  factName,
  factValue,
  type Kind,
  languages,
  legalForm,
  maybe,
  needed,
  phone,
  type Speech,
  text,
  webAddress,
  writtenLanguage,
} from "./profile-kinds.ts";
import { communePart, territoryPart } from "./profile-places.ts";
import { lines, type RowCheck, rows } from "./profile-rows.ts";
import { codesOf } from "./vocabularies.ts";

/** The parts in which a host's profile is edited, each a page of its own. */
export const sectionNames = [
  ...(["identity", "structure", "territory", "contact", "commitments"] as const),
  ...(["limits", "solidarity", "terms", "facts"] as const),
] as const;
export type SectionName = (typeof sectionNames)[number];

/** A section as the fields of its form. */
export function showSection(section: SectionName, profile: HostProfile, speech: Speech): Sent {
  return showParts(sections[section], profile, speech);
}

/** The profile as a form of this section changes it. */
export function readSection(section: SectionName, sent: Sent, profile: HostProfile, speech: Speech): ReadForm {
  return readParts(sections[section], sent, profile, speech);
}

/** The profile as a form changes it, whatever sections its fields are of. */
export function readProfile(sent: Sent, profile: HostProfile, speech: Speech): ReadForm {
  return readParts(Object.values(sections).flat(), sent, profile, speech);
}

/** All that a form can show of a profile. */
export function showProfile(profile: HostProfile, speech: Speech): Sent {
  return showParts(Object.values(sections).flat(), profile, speech);
}

const contact = (name: keyof Contact): Place<string | null> => ({
  name: `contact.${name}`,
  of: (profile) => profile.contact[name],
  into: (profile, value) => ({ ...profile, contact: { ...profile.contact, [name]: value } }),
});

/** A scheme may be left for us to guess from the number. */
const scheme: Kind<string> = text(40);
const claim = needed(2_000, "claim-missing");

type Identifier = HostProfile["identifiers"][number];
const checkIdentifier: RowCheck<Identifier> = ({ scheme: said, value: typed }) => {
  const register = said === "" ? schemeOf(typed) : said;
  if (register === null) return refused({ field: "scheme", why: because("scheme-missing", typed).reason });
  const value = readIdentifier(register, typed);
  if (value === null) return refused({ field: "value", why: because("identifier-malformed", typed).reason });
  return done({ scheme: register, value });
};

const audiences = codesOf("audiences");
const noSolidarity = { who: [], notFor: [], how: "" };

function solidarityPlace<Name extends "who" | "notFor" | "how">(
  name: Name,
): Place<NonNullable<HostProfile["solidarity"]>[Name]> {
  return {
    name: `solidarity.${name}`,
    of: ({ solidarity }) => (solidarity ?? noSolidarity)[name] as NonNullable<HostProfile["solidarity"]>[Name],
    into: (profile, value) => ({ ...profile, solidarity: { ...(profile.solidarity ?? noSolidarity), [name]: value } }),
  };
}

const solidarityFields = [
  several(solidarityPlace("who"), audiences),
  several(solidarityPlace("notFor"), audiences),
  one(solidarityPlace("how"), text(2_000)),
];

/** All of it or nothing: for whom without how says nothing that anyone could ask for. */
const solidarity: Part = {
  show: (profile, speech) => showParts(solidarityFields, profile, speech),
  read(sent, profile, speech) {
    if (sent["solidarity.how"] === undefined) return untouched(profile);
    const read = readParts(solidarityFields, sent, profile, speech);
    const { who, notFor, how } = read.profile.solidarity ?? noSolidarity;
    const before = profile.solidarity;
    if (
      before !== null &&
      tidy(how) === tidy(before.how) &&
      sameCodes(who, before.who) &&
      sameCodes(notFor, before.notFor)
    )
      return { ...read, profile };
    if (tidy(how) !== "") return read;
    if (who.length + notFor.length === 0) return { ...read, profile: { ...profile, solidarity: null } };
    return { ...read, profile, wrong: { ...read.wrong, "solidarity.how": because("how-missing").reason } };
  },
};

const sameCodes = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

const sections: Readonly<Record<SectionName, readonly Part[]>> = {
  identity: [
    one(own("name"), needed(100, "name-missing")),
    one(own("tagline"), maybe(200)),
    one(own("summary"), text(10_000)),
    one(own("language"), writtenLanguage),
    one(own("website"), webAddress),
    several(own("capabilities"), capabilities, (ticked, before) =>
      ticked.length === 0 && !isHub(before) ? { reason: "capability-missing", said: "" } : null,
    ),
    one(own("languages"), languages),
  ],
  structure: [
    one(own("legalForm"), legalForm),
    rows(own("identifiers"), { scheme, value: needed(100, "text-missing") }, checkIdentifier),
    communePart,
    one(own("country"), country),
    lines(own("memberOf"), 200),
  ],
  territory: [territoryPart],
  contact: [
    one(contact("email"), email),
    one(contact("phone"), phone),
    one(contact("url"), webAddress),
    one(contact("address"), maybe(1_000)),
  ],
  commitments: [rows(own("commitments"), { claim, evidence: maybe(2_000), asOf: day, answer: maybe(500) })],
  limits: [
    lines(own("doesNot"), 2_000),
    rows(own("referrals"), { to: needed(500, "name-missing"), why: maybe(2_000) }),
  ],
  solidarity: [solidarity],
  terms: [one(own("termsUrl"), webAddress), one(own("dataLocation"), maybe(500))],
  facts: [rows(own("facts"), { name: factName, value: factValue, note: maybe(2_000) })],
};
