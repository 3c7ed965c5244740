import type { TaskList } from "graphile-worker";
import { Hono } from "hono";
import { actorIri, offerPage, proposalIri, relationshipIri, signedIri } from "../federation/addresses.ts";
import { findAskingActor } from "../federation/askings.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database, Reader, Transaction } from "./foundation/database.ts";
import { sendMail, sendSealedMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import { openOrHold } from "./funding/holding.ts";
import { findPartyById } from "./funding/parties.ts";
import { findFundingSettings } from "./funding/settings.ts";
import { isUnknown } from "./funding/strangers.ts";
import { findHost } from "./hosts/queries.ts";
import { giveAskingNotice } from "./notices/giving.ts";
import type { NoticeWhat } from "./notices/notices.ts";
import { findOfferById } from "./offers/queries.ts";
import { waysIn } from "./site-acting.ts";
import type { Post } from "./site-places.ts";
import { saidOf } from "./together/answering.ts";
import { askRoutes } from "./together/ask-routes.tsx";
import { type AskingDeps, askingRoutes } from "./together/asking-routes.tsx";
import { makeAskingLink } from "./together/drafting.ts";
import { settleOldAskings } from "./together/erasing.ts";
import type { AskingErased, AskingHeard, AskingReceived, AskingSaid } from "./together/events.ts";
import { hearHost } from "./together/hearing.ts";
import { askedHostRoutes } from "./together/host-routes.tsx";
import { heardLetter, hostLetter, receivedLetter } from "./together/letter-words.ts";
import { findAskedHost, findAsking, listHostsOf } from "./together/queries.ts";
import { type PaperPlaces, settleQuote } from "./together/quoting.ts";
import { findReceived } from "./together/received.ts";
import { forgetReceived, keepShown, noteAsked, sweepReceived } from "./together/receiving.ts";
import { showTo } from "./together/showing.ts";
import type { Asking } from "./together/together.ts";
import { openLimit, quotas } from "./web/limits.ts";

/** Carries what is asked of our own host to its desk, and its answers back; and tells by letter whoever reads letters. */
export function togetherListeners(post: Post): readonly Listener<SiteEvent>[] {
  return [
    listenTo(["asking-said"], async (tx, event) => {
      await carryToDesk(tx, post.origin, event);
      await writeToHost(tx, post, event);
    }),
    listenTo(["asking-answered"], (tx, { received, happened }) =>
      carryBack(tx, post.origin, received, new Date(happened)),
    ),
    listenTo(["asking-erased"], (tx, event) => forgetOwn(tx, post.origin, event)),
    listenTo(["asking-heard"], (tx, event) => tellAsker(tx, post, event)),
    listenTo(["asking-received"], (tx, event) => tellOwnHost(tx, post, event)),
  ];
}

/** Has what our host leads as the end of an asking stand there as soon as all have signed it, and as long as they do. */
export const quoteListener = (origin: string): Listener<SiteEvent> =>
  listenTo(["joint-in-force", "joint-suspended", "joint-withdrawn"], (tx, { paper, happened }) =>
    settleQuote(tx, paper, placesIn(origin)(tx), new Date(happened)),
  );

/** Where what our host leads and others sign stands, for those who may read it. */
export const placesIn =
  (origin: string) =>
  (reader: Reader): PaperPlaces => ({
    placesOf: (paper) => ({ proposal: proposalIri(origin, paper), sheet: signedIri(origin, paper) }),
    async offerPage(offer) {
      const found = await findOfferById(reader, offer);
      return found && offerPage(origin, found.slug);
    },
  });

/** Our own host is asked without a detour: what another site would fetch, it is shown. */
async function carryToDesk(tx: Transaction, origin: string, { host: id, happened }: AskingSaid): Promise<void> {
  const host = await findAskedHost(tx, id);
  const asking = host && (await findAsking(tx, host.asking));
  if (host?.way !== "own" || asking === null) return;
  const speaker = await findAskingActor(tx, asking.party);
  const shown = showTo(host, asking, await listHostsOf(tx, asking.id), origin);
  if (speaker === null || shown === null) return;
  const document = relationshipIri(origin, id);
  const came = { document, asker: actorIri(origin, speaker), offer: document, fromUnknown: false };
  await noteAsked(tx, came, new Date(happened));
  await keepShown(tx, document, shown, new Date(happened));
}

async function carryBack(tx: Transaction, origin: string, received: string, now: Date): Promise<void> {
  const asking = await findReceived(tx, received);
  const start = relationshipIri(origin, "");
  if (!asking?.document.startsWith(start)) return;
  const said = saidOf(asking, null);
  if (said !== null) await hearHost(tx, asking.document.slice(start.length), said, now);
}

async function forgetOwn(tx: Transaction, origin: string, { hosts }: AskingErased): Promise<void> {
  for (const { id } of hosts) await forgetReceived(tx, relationshipIri(origin, id));
}

/** A host that is reached by letter gets the private page on which it answers, and hears what became of it. */
async function writeToHost(
  tx: Transaction,
  { origin, mail }: Post,
  { id: event, host: id, news }: AskingSaid,
): Promise<void> {
  const host = await findAskedHost(tx, id);
  const asking = host && (await findAsking(tx, host.asking));
  if (news === null || host?.way !== "email" || host.address === null || asking === null || !sendsMail(mail)) return;
  const link = `${origin}/together/host/${host.token}`;
  const from = (await findHost(tx))?.profile.name ?? new URL(origin).host;
  await sendMail(tx, mail, hostLetter({ to: host.address, link, asking, from }, news), `asking:${event}`);
}

const noticeOf: Readonly<Record<AskingHeard["what"], NoticeWhat>> = {
  ...{ answer: "hosts-answer", agreed: "hosts-answer", "let-through": "hosts-answer" },
  ...{ proposal: "hosts-decide", result: "hosts-decide", "sent-back": "hosts-decide", "lead-left": "hosts-decide" },
  "result-broken": "hosts-decide",
  ...{ refused: "hosts-over", expired: "hosts-over" },
};

/** Who asks with an account is told as of everything else; who has a private link only, by a letter with it. */
async function tellAsker(tx: Transaction, post: Post, event: AskingHeard): Promise<void> {
  const asking = await findAsking(tx, event.asking);
  if (asking === null) return;
  const happened = new Date(event.happened);
  const told = { asking: asking.id, what: noticeOf[event.what], event: event.id, happened };
  if (asking.party !== null) return giveAskingNotice(tx, asking.party, told);
  if (asking.email === null || !sendsMail(post.mail)) return;
  const link = `${post.origin}/together/${await makeAskingLink(tx, asking.id, happened)}`;
  await sendSealedMail(tx, post.mail, post.secret, heardLetter({ to: asking.email, link, asking }, event.what));
}

async function tellOwnHost(tx: Transaction, post: Post, { received, what }: AskingReceived): Promise<void> {
  const to = (await findHost(tx))?.profile.contact.email;
  if (!to || !sendsMail(post.mail)) return;
  const page = `${post.origin}/admin/askings/${received}`;
  const letter = receivedLetter({ to, page, language: post.language }, what);
  await sendMail(tx, post.mail, letter, `received-asking:${received}:${what}`);
}

/** Whether the desk looks at an asking before it leaves: of people whom nobody here knows yet, as with funding requests. */
async function isHeldFirst(reader: Reader, { party }: Pick<Asking, "party">, now: Date): Promise<boolean> {
  const { hold } = await findFundingSettings(reader);
  const known = party === null ? null : await findPartyById(reader, party);
  if (known !== null && known.kind !== "actor") return false;
  if (hold === "nobody") return false;
  return hold === "everyone" || known === null || isUnknown(reader, known, now);
}

/** The pages on which associations ask several hosts, follow that, and on which hosts without a site of this kind answer. */
export function togetherPages(
  parts: Omit<AskingDeps, "limit" | "waysIn" | "openRequest" | "isHeldFirst">,
): Hono<{ readonly Bindings: { readonly client?: string } }> {
  const deps: AskingDeps = {
    ...parts,
    isHeldFirst,
    waysIn,
    openRequest: openOrHold,
    limit: openLimit(quotas.keptForms),
  };
  return new Hono<{ readonly Bindings: { readonly client?: string } }>()
    .route("/", askRoutes(deps))
    .route("/", askedHostRoutes(deps))
    .route("/", askingRoutes(deps));
}

/** The jobs that end what nobody ended, and erase what is kept no longer. */
export const togetherTasks = (db: Database): TaskList => ({
  "settle-old-askings": () =>
    db.transaction().execute(async (tx) => {
      await settleOldAskings(tx, new Date());
      await sweepReceived(tx, new Date());
    }),
});
export const togetherCrontab = ["47 3 * * * settle-old-askings"];
