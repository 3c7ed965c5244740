import type { TaskList } from "graphile-worker";
import type { Child } from "hono/jsx";
import { cookieOf } from "./accounts/entry-parts.tsx";
import { findSession } from "./accounts/sessions.ts";
import type { ListedHost } from "./catalogue/catalogue.ts";
import { hostPath } from "./directory/paths.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database, Transaction } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { type Letter, sendMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { Secret } from "./foundation/secret.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { heardLetter, outsideHeardLetter } from "./partnerships/letter-words.ts";
import { sweepOutside } from "./partnerships/outside-changes.ts";
import { findOutside, listOutside } from "./partnerships/outside-queries.ts";
import { findPartnership } from "./partnerships/queries.ts";
import { listShownPartnerships } from "./partnerships/shown.ts";
import { PartnersPart } from "./partnerships/shown-parts.tsx";
import type { Post } from "./site-places.ts";

/** Tells our team by mail what other hosts do about partnerships; where no mail is set up, the desk alone tells it. */
export function partnerListener(post: Post): Listener<SiteEvent> {
  return listenTo(["partnership-heard", "outside-partnership-answered"], async (tx, event) => {
    const to = sendsMail(post.mail) ? (await findHost(tx))?.profile.contact.email : null;
    const letter = to ? await letterOf(tx, event, { ...post, to }) : null;
    if (letter !== null) await sendMail(tx, post.mail, letter, `partnership:${event.id}`);
  });
}

type Told = Extract<SiteEvent, { readonly name: "partnership-heard" | "outside-partnership-answered" }>;

async function letterOf(
  tx: Transaction,
  event: Told,
  { origin, language, to }: Post & { readonly to: string },
): Promise<Letter | null> {
  const id = event.partnership;
  if (event.name === "outside-partnership-answered") {
    const partnership = await findOutside(tx, id);
    const page = `${origin}/admin/partners/outside/${id}`;
    return partnership && outsideHeardLetter(partnership, event.act, { to, language, page });
  }
  const partnership = await findPartnership(tx, id);
  if (partnership === null || event.what === "show") return null;
  return heardLetter(partnership, event.what, { to, language, page: `${origin}/admin/partners/${id}` });
}

/** Requests by link expire, and are forgotten in time. */
export const partnerTasks = (db: Database): TaskList => ({
  "sweep-outside-partnerships": () => db.transaction().execute((tx) => sweepOutside(tx, new Date())),
});

export const partnerCrontab: readonly string[] = ["17 4 * * * sweep-outside-partnerships"];

interface ShownParts extends PageDeps {
  readonly secret: Secret;
}

/** With whom hosts work, as their pages show it: our own, and the copies of others. */
export function partnersShown({ db, secret, origin, now }: ShownParts) {
  return {
    async partners(language: Language): Promise<Child> {
      const host = await findHost(db);
      const own = await findOwnActor(db);
      if (host === null || own === null) return null;
      const outside = (await listOutside(db, { states: ["accepted"] })).filter(
        ({ shown, theirShown }) => shown && theirShown,
      );
      const partnerships = await listShownPartnerships(db, own);
      const named = { name: host.profile.name, origin };
      return <PartnersPart {...{ host: named, partnerships, outside, language, askPath: null, hrefOf: hostPath }} />;
    },
    async partnersOf({ actor, profile, origin: theirs }: ListedHost, language: Language, request: Request) {
      const partnerships = await listShownPartnerships(db, actor);
      const team = await isTeam(db, secret, origin, request, now());
      const askPath = team ? `/admin/partners/new?to=${encodeURIComponent(actor)}` : null;
      const host = { name: profile.name, origin: theirs };
      return <PartnersPart {...{ host, partnerships, outside: [], language, askPath, hrefOf: hostPath }} />;
    },
  };
}

async function findOwnActor(db: Database): Promise<string | null> {
  const row = await db
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("instances.source", "=", "own")
    .executeTakeFirst();
  return row?.actor ?? null;
}

/** Whether somebody of the team is signed in on the browser that asks. Nobody who keeps no such key costs a look. */
async function isTeam(db: Database, secret: Secret, origin: string, request: Request, now: Date): Promise<boolean> {
  const name = `${cookieOf(origin, "desk")}=`;
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const key = cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length) ?? "";
  return key !== "" && (await findSession(db, secret, decodeURIComponent(key), now)) !== null;
}
