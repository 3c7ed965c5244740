import type { AskingShown } from "./receiving.ts";
import { type AskedHost, type Asking, commonAddress } from "./together.ts";

/**
 * What one of the hosts reads of an asking: of others what they say, but not why; how to reach the association only once it
 * has said yes. Who leads reads besides who the others are that it makes a proposal with. Its hosts, this one too, are read
 * after the asking: what is shown is then never older than its version.
 */
export function showTo(
  { id }: Pick<AskedHost, "id">,
  asking: Asking,
  all: readonly AskedHost[],
  origin: string,
): AskingShown | null {
  const { state } = asking;
  const host = all.find((one) => one.id === id);
  if (host === undefined || state === "draft" || state === "held") return null;
  const others = all.filter((one) => one.id !== host.id && one.state !== "proposed" && one.state !== "left-out");
  const leads = all.find(({ id }) => id === asking.lead);
  const { name, need, needs, territory, people, budget, currency, period, wished, about } = asking;
  const yes = host.contactGiven !== null;
  return {
    ...{ name, need, needs, territory, people, budget, currency, period, wished, about },
    ...{ version: asking.version, page: null, rolesWanted: host.roles, standing: state, expires: asking.expires },
    others: others.map((one) => ({ ...otherOf(one, host.id === asking.lead), lead: one === leads })),
    chosen: host.id === asking.lead ? "lead" : yes ? "partner" : null,
    leadName: leads?.name ?? null,
    contact: yes ? asking.contact : null,
    result: yes ? asking.result : null,
    declined: yes ? asking.declined : null,
    ...{ common: commonAddress(origin, asking.id), ending: asking.ending },
    reason: asking.ending === "closed" ? asking.reason : null,
    knownVersion: host.heard,
  };
}

function otherOf({ name, page, state, host, rolesOffered, contactGiven }: AskedHost, forLead: boolean) {
  const chosen = contactGiven !== null;
  const known = forLead && chosen ? { actor: host, roles: rolesOffered } : { actor: null, roles: [] };
  return { name, page, state, chosen, ...known };
}
