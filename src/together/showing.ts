import type { AskingShown } from "./receiving.ts";
import type { AskedHost, Asking } from "./together.ts";

/**
 * What one of the hosts reads of an asking: of others what they say, but not why; how to reach the association only once it
 * has said yes. Its hosts, this one too, are read after the asking: what is shown is then never older than its version.
 */
export function showTo({ id }: Pick<AskedHost, "id">, asking: Asking, all: readonly AskedHost[]): AskingShown | null {
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
    others: others.map((one) => ({ ...{ name: one.name, page: one.page, state: one.state }, lead: one === leads })),
    chosen: host.id === asking.lead ? "lead" : yes ? "partner" : null,
    leadName: leads?.name ?? null,
    contact: yes ? asking.contact : null,
    result: yes ? asking.result : null,
    knownVersion: host.heard,
  };
}
