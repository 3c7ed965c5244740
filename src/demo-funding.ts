import { readFile } from "node:fs/promises";
import { z } from "zod";
import { actorIri } from "../federation/addresses.ts";
import { call, done, nameOf, oneOf, type Running } from "./demo-sites.ts";
import { projectPath } from "./foundation/project-path.ts";
import { actorParty, hostParty } from "./funding/parties.ts";
import { makeProposal } from "./funding/proposals.ts";
import { findListedCampaign } from "./listed-funding/queries.ts";
import { PledgeInput, promisedIn } from "./pledges/form.ts";
import { promiseElsewhere } from "./sent-pledges/changes.ts";
import { towardOf } from "./sent-pledges/toward.ts";

const Invention = z.object({
  asks: z.string(),
  days: z.int(),
  asked: z.looseObject({ title: z.string() }),
  pledges: z.array(z.object({ by: z.string(), says: PledgeInput })),
  counts: z.string(),
  answer: z.object({ by: z.string(), text: z.string(), amount: z.int(), readyIn: z.int(), terms: z.string() }),
  news: z.string(),
});
type Invention = z.infer<typeof Invention>;

const Shown = z.object({ id: z.string(), actor: z.url(), url: z.url(), total: z.string() });

/** A request of several for one thing, as it runs: who asks, under which code, and what is invented of it. */
export interface Together {
  readonly asking: Running;
  readonly code: string;
  readonly actor: string;
  readonly url: string;
  readonly invention: Invention;
}

/** One of the hosts asks the others for something that none could pay for alone. */
export async function askTogether(all: readonly Running[]): Promise<Together> {
  const text = await readFile(projectPath("src", "demo-funding.json"), "utf8");
  const invention = Invention.parse(JSON.parse(text));
  const asking = oneOf(all, invention.asks);
  const asked = { ...invention.asked, deadline: dayIn(invention.days) };
  const draft = Shown.parse(await (await call(asking, "POST", "/funding-requests", asked)).json());
  const opened = await call(asking, "POST", `/funding-requests/${draft.id}/opening`);
  const { id: code, actor, url } = Shown.parse(await opened.json());
  return { asking, code, actor, url, invention };
}

/** Whether the directory of an instance has it. */
export async function hasHeardOf({ site }: Running, { asking, actor }: Together): Promise<boolean> {
  return site === asking.site || (await findListedCampaign(site.db, actor)) !== null;
}

/** The others promise, each from their own instance, in the name of its host. */
export async function promiseTogether(all: readonly Running[], { actor, invention }: Together): Promise<void> {
  for (const { by, says } of invention.pledges) {
    const { db } = oneOf(all, by).site;
    const copy = await findListedCampaign(db, actor);
    if (copy === null) throw new Error(`${by} does not know what is asked for`);
    const toward = towardOf(copy);
    const promised = done(promisedIn(says, toward.currency));
    await db.transaction().execute(async (tx) => {
      const now = new Date();
      const { id } = await hostParty(tx, now);
      done(await promiseElsewhere(tx, toward, { promised, words: null }, { by: id, now }));
    });
  }
}

/** Whether all that counts has arrived where it is asked for. */
export async function isPromised({ asking, code, invention }: Together): Promise<boolean> {
  const { total } = Shown.parse(await (await call(asking, "GET", `/funding-requests/${code}`)).json());
  return total === invention.counts;
}

/** A host says what it would do about it, with the account that it has at home; who asks says how it goes. */
export async function answerTogether(all: readonly Running[], { asking, code, invention }: Together): Promise<void> {
  const { by, readyIn, ...said } = invention.answer;
  const { site, config, invented } = oneOf(all, by);
  const account = {
    ...{ actor: actorIri(config.origin, await nameOf(site, invented.handle)), name: invented.name },
    address: `${config.origin}/@${invented.handle}`,
  };
  const rest = { visibility: "everyone", currency: "EUR", period: "year", ready: dayIn(readyIn), url: null } as const;
  await asking.site.db.transaction().execute(async (tx) => {
    const now = new Date();
    const { id } = await actorParty(tx, account, now);
    done(await makeProposal(tx, code, { ...said, ...rest, provider: invented.name }, { by: id, now }));
  });
  await call(asking, "POST", `/funding-requests/${code}/news`, { text: invention.news });
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
