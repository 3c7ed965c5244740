import type { Child } from "hono/jsx";
import type { ShownState } from "./availability/availability.ts";
import type { ListedHost } from "./catalogue/catalogue.ts";
import { listRecommended } from "./catalogue/named-hosts.ts";
import { findOwnListed } from "./catalogue/queries.ts";
import { Instead } from "./catalogue/recommended-parts.tsx";
import { hostPath, namesOf } from "./directory/paths.ts";
import type { Reader } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import type { HostProfile } from "./hosts/host.ts";
import { findContinuity } from "./referrals/continuity.ts";
import { ContinuityPart, SuccessorPart } from "./referrals/continuity-parts.tsx";

/** What pages of hosts and offers say of other hosts: whom one recommends, and who takes over. */
export function otherHosts(db: Reader) {
  const continuityOf = async (host: ListedHost, language: Language): Promise<Child> => {
    return <ContinuityPart continuity={await findContinuity(db, host)} language={language} />;
  };
  return {
    continuityOf,
    knownNames: async (profile: HostProfile) => namesOf(await listRecommended(db, profile)),
    async continuity(language: Language): Promise<Child> {
      const own = await findOwnListed(db);
      return own && continuityOf(own, language);
    },
    /** Beside an offer of this host that takes nobody in. */
    async instead(state: ShownState, language: Language): Promise<Child> {
      const own = await findOwnListed(db);
      if (own === null) return null;
      if (own.profile.closing !== null)
        return <SuccessorPart continuity={await findContinuity(db, own)} language={language} />;
      const recommended = await listRecommended(db, own.profile);
      return <Instead {...{ state, recommended, language }} by={own.profile} hrefOf={hostPath} />;
    },
  };
}
