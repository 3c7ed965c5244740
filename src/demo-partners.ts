import { readFile } from "node:fs/promises";
import { z } from "zod";
import { actorIri } from "../federation/addresses.ts";
import { call, nameOf, oneOf, type Running } from "./demo-sites.ts";
import { projectPath } from "./foundation/project-path.ts";
import { refer } from "./referrals/changes.ts";
import { findToward } from "./referrals/toward.ts";

const Pair = z.object({ from: z.string(), to: z.string() });
const Asking = Pair.extend({ asked: z.looseObject({}) });
const Invention = z.object({
  agreed: z.array(Asking),
  pending: Asking,
  joint: z.object({
    lead: z.string(),
    partners: z.array(z.looseObject({ id: z.string() })),
    offer: z.looseObject({ title: z.string(), slug: z.string() }),
    availability: z.looseObject({}),
  }),
  referral: Pair.extend({ need: z.string() }),
});

const Listed = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) });

/** What the hosts do together, as it runs. */
export interface Partners {
  /** How to wait until something has come about. */
  readonly until: (came: () => Promise<boolean>) => Promise<void>;
  readonly all: readonly Running[];
}

/** Some agree on things, one waits for an answer, one points somebody at another, and three give one offer. Its title and its page. */
export async function workTogether({
  all,
  until,
}: Partners): Promise<{ readonly title: string; readonly url: string }> {
  const text = await readFile(projectPath("src", "demo-partners.json"), "utf8");
  const { agreed, pending, joint, referral } = Invention.parse(JSON.parse(text));
  for (const asking of agreed) {
    await askOf(all, asking);
    await answer(oneOf(all, asking.to), "/partnerships", until);
  }
  await askOf(all, pending);
  await pointAt(oneOf(all, referral.from), oneOf(all, referral.to), referral.need);
  const lead = oneOf(all, joint.lead);
  const partners = joint.partners.map(({ id, ...part }) => ({ ...part, actor: pageOf(oneOf(all, id)) }));
  await call(lead, "POST", "/joint-offers", { ...joint.offer, partners });
  for (const { id } of joint.partners) await answer(oneOf(all, id), "/joint-offers", until);
  await until(() => isPublished(lead));
  await call(lead, "PUT", `/offers/${joint.offer.slug}/availability`, joint.availability);
  return { title: joint.offer.title, url: `${lead.config.origin}/offers/${joint.offer.slug}` };
}

async function isPublished(lead: Running): Promise<boolean> {
  const { items } = Listed.parse(await (await call(lead, "GET", "/joint-offers")).json());
  return items.some(({ state }) => state === "published");
}

async function askOf(all: readonly Running[], { from, to, asked }: z.infer<typeof Asking>): Promise<void> {
  await call(oneOf(all, from), "POST", "/partnerships", { ...asked, to: pageOf(oneOf(all, to)) });
}

/** Says yes to what comes, once it has come. */
async function answer(one: Running, path: string, until: Partners["until"]): Promise<void> {
  await until(async () => {
    const { items } = Listed.parse(await (await call(one, "GET", path)).json());
    const asked = items.find(({ state }) => state === "received" || state === "awaiting");
    if (asked !== undefined) await call(one, "POST", `${path}/${asked.id}/acceptance`, {});
    return asked !== undefined;
  });
}

async function pointAt(from: Running, to: Running, need: string): Promise<void> {
  const { db } = from.site;
  const toward = await findToward(db, actorIri(to.config.origin, await nameOf(to.site, to.invented.handle)));
  if (toward === null) throw new Error(`${from.invented.name} does not know ${to.invented.name}`);
  const asking = { request: null, asker: null, contact: null, message: null };
  await db
    .transaction()
    .execute((tx) => refer(tx, { toward, asking, need, language: "fr", hand: false, now: new Date() }));
}

const pageOf = ({ config, invented }: Running): string => `${config.origin}/@${invented.handle}`;
