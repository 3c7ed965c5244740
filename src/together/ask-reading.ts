import type { Reader } from "../foundation/database.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type ChosenHost, listChosen } from "./choosing.ts";
import type { AskingDraft } from "./drafting.ts";
import { type Faults, readSaid } from "./form.ts";
import { hostsAsked, roles } from "./together.ts";

/** What was sent, with the hosts that it names; one that was typed to be added is among them, and ticked. */
export interface Filled {
  readonly sent: Sent;
  readonly hosts: readonly ChosenHost[];
  /** What was typed to add a host, and means none. */
  readonly unknown: string | null;
}

const longestField = 20_000;

/** Finds the hosts that a form or an address names; nothing that was typed is lost. */
export async function fillIn(reader: Reader, raw: Sent, territory: string | null): Promise<Filled> {
  const sent = Object.fromEntries(
    Object.entries(raw).map(([name, values]) => [name, values.slice(0, 60).map((one) => one.slice(0, longestField))]),
  );
  const added = addedIn(sent);
  const listed = [...(sent["listed"] ?? []), ...(sent["host"] ?? [])];
  const { chosen, unknown } = await listChosen(reader, [...listed, ...added], territory);
  const wrong = added.some((one) => unknown.includes(one));
  const ticked = await keysOf(reader, [...(sent["host"] ?? []), ...added]);
  const kept = wrong ? {} : { others: [""], otherName: [""] };
  return { sent: { ...sent, ...kept, host: ticked }, hosts: chosen, unknown: wrong ? (added[0] ?? "") : null };
}

/** What was typed to add one more, with its name. */
function addedIn(sent: Sent): readonly string[] {
  const [typed = "", name = ""] = [sent["others"]?.[0]?.trim(), sent["otherName"]?.[0]?.trim()];
  if (typed === "") return [];
  return [name === "" || typed.includes("<") ? typed : `${name} <${typed}>`];
}

/** The same host may be named by its page, its account or its domain. */
async function keysOf(reader: Reader, names: readonly string[]): Promise<readonly string[]> {
  return (await listChosen(reader, names, null)).chosen.map(({ key }) => key);
}

/** What is asked, and of whom; or what is wrong, by field. */
export function readAsk(filled: Filled, today: string, language: Language): Outcome<AskingDraft, Faults> {
  const { sent, hosts, unknown } = filled;
  const said = readSaid(sent, today, language);
  const asked = hosts.filter(({ key }) => (sent["host"] ?? []).includes(key));
  const faults: Faults = {
    ...hostFaults(asked.length),
    ...(unknown === null ? {} : { others: { fault: "host-unknown", typed: unknown } }),
    ...(said.done ? {} : said.reason),
  };
  if (!said.done || Object.keys(faults).length > 0) return refused(faults);
  const about = sent["about"]?.[0] ?? null;
  return done({ said: said.value, about, hosts: asked.map((host) => ({ ...host.draft, roles: rolesIn(sent, host) })) });
}

function hostFaults(count: number): Faults {
  if (count < hostsAsked.least) return { host: { fault: "too-few-hosts" } };
  return count > hostsAsked.most ? { host: { fault: "too-many-hosts" } } : {};
}

// One that was not shown yet has the roles that it says it can take.
function rolesIn(sent: Sent, { key, draft }: ChosenHost): readonly string[] {
  if (!(sent["listed"] ?? []).includes(key)) return draft.roles;
  return roles.filter((role) => (sent["roles"] ?? []).includes(`${key} ${role}`));
}
