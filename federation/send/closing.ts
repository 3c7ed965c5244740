import type { Task } from "graphile-worker";
import { z } from "zod";
import type { AvailabilityChanged } from "../../src/availability/events.ts";
import { findNamedHost } from "../../src/catalogue/named-hosts.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { dateWords } from "../../src/foundation/date-words.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { Closing } from "../../src/hosts/host.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { words as continuityWords } from "../../src/referrals/continuity-words.ts";
import { findLocal, hostHandle, type Local } from "../actors/local.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { offerPage } from "../addresses.ts";
import { countFollowers } from "../notes.ts";
import type { Reach } from "../reach.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { findRecipient, sendDirect } from "./direct.ts";
import { spreadHost } from "./offers.ts";
import { sayNews, type Words } from "./saying.ts";
import { boost, type Telling } from "./telling.ts";
import { words } from "./words.ts";

/**
 * The host closes: its own account says when, and what comes after, in one note that the accounts of its offers pass on, so
 * that whoever follows any of them hears it once. Where it has taken that back meanwhile, nothing is said.
 */
export async function tellClosing(telling: Telling): Promise<void> {
  const { local, tx, event } = telling;
  const { closing } = local.host.profile;
  await spreadHost(telling);
  if (closing === null) return;
  const note = await sayNews(telling, hostHandle(local), "announcement", closingNews(local, closing));
  if (local.availability) await boost(telling, local.availability, note);
  for (const { offer } of local.offers) await boost(telling, { id: offer.id, kind: "offer" }, note);
  await addJob(tx, "tell-successor", { event }, { key: `tell-successor:${event}` });
}

/** Whether an offer only ends because its host closes: that is said once, by the host. */
export function endsWithHost({ said }: AvailabilityChanged, { host }: Local): boolean {
  return said?.state === "ending" && host.profile.closing !== null;
}

/** The job `tell-successor`: the host that is named to take over is written to, alone, with what is coming to it. Throws `Unreachable` when its server cannot be asked for the moment. */
export function tellSuccessorTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const { event } = z.object({ event: z.uuid() }).parse(payload);
    const named = (await findHost(reach.db))?.profile.closing?.successor ?? null;
    const successor = await findNamedHost(reach.db, named);
    const actor = successor === null || successor.own ? null : await reach.remoteActors.find(successor.actor);
    if (actor === null) return;
    await reach.db.transaction().execute(async (tx) => {
      const local = await findLocal(tx, reach, new Date());
      const to = await findRecipient(tx, actor.id);
      if (local === null || to === null) return;
      const text = await successorWords(tx, local);
      const direct = { speaker: hostHandle(local), to, text, language: local.language };
      if (text !== "") await sendDirect(tx, reach, { ...direct, published: local.now, of: `${event} successor` });
    });
  };
}

/** What is coming to the one who takes over: when, which offers, how many follow, the guide to leaving. Empty where it was taken back. */
async function successorWords(tx: Transaction, { host, offers, language, origin }: Local): Promise<string> {
  const { closing, name } = host.profile;
  if (closing === null) return "";
  const word = continuityWords[language].message;
  const list = offers.map(({ offer }) => `${offer.content.title}\n${offerPage(origin, offer.slug)}`);
  const parts = [
    word.hello(name, dateWords(closing.ends, language)),
    offers.length === 0 ? word.noOffers : [word.offers(offers.length), ...list].join("\n"),
    word.followers(await countFollowers(tx, origin, host.id)),
    closing.exitGuide === null ? "" : `${word.guide} ${closing.exitGuide}`,
    word.answer,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The host stays open after all. */
export async function tellStaying(telling: Telling): Promise<void> {
  const { local } = telling;
  await spreadHost(telling);
  if (local.host.profile.closing !== null) return;
  const content = `<p><strong>${escapeHtml(words[local.language].stays)}</strong></p>${pageOf(local)}`;
  await sayNews(telling, hostHandle(local), "announcement", { content, hashtags: [], context: null });
}

/** "We close on 31 March 2027", with what users need to know. */
export function closingNews(local: Local, { ends, successor, exitGuide, notice }: Closing): Words {
  const { weClose, line, after, guide } = words[local.language];
  const linked = (text: string) => (/^https?:\/\/\S+$/.test(text) ? link(text) : escapeHtml(text));
  const lines = [
    ...(successor === null ? [] : [line(escapeHtml(after), linked(successor))]),
    ...(exitGuide === null ? [] : [line(escapeHtml(guide), linked(exitGuide))]),
  ];
  const title = `<p><strong>${escapeHtml(weClose(dateWords(ends, local.language)))}</strong></p>`;
  const more = lines.length === 0 ? "" : `<p>${lines.join("<br>")}</p>`;
  return { content: title + paragraphs(notice ?? "") + more + pageOf(local), hashtags: [], context: null };
}

const pageOf = ({ origin }: Local): string => `<p>${link(`${origin}/about`)}</p>`;
