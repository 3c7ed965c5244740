import { type HostProfile, isHub } from "./host.ts";
import type { SectionName } from "./profile-sections.ts";

/** The sections in which an association would look for something and find nothing, the most needed first. */
export function missingSections(profile: HostProfile): readonly SectionName[] {
  const { contact, territory, commitments, doesNot, dataLocation, tagline, summary } = profile;
  const missing: Partial<Record<SectionName, boolean>> = {
    contact: Object.values(contact).every((way) => way === null) && profile.website === null,
    territory: territory === null,
    identity: tagline === null && summary.trim() === "",
    ...(!isHub(profile) && {
      commitments: commitments.length === 0,
      terms: dataLocation === null,
      limits: doesNot.length === 0,
    }),
  };
  return (Object.keys(missing) as SectionName[]).filter((section) => missing[section]);
}
