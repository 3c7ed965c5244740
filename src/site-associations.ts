import { randomUUID } from "node:crypto";
import type { TaskList } from "graphile-worker";
import type { Hono } from "hono";
import type { RemoteActor } from "../federation/actors/remote-document.ts";
import { findOwnFollowable, listFollowed, listReadings } from "../federation/following.ts";
import { followActor, unfollow } from "../federation/send/follow.ts";
import { type SignInLetters, sendSignInLink } from "./accounts/sign-in-links.ts";
import { listOwnRequests } from "./acting/mine.ts";
import { Requests } from "./acting/mine-parts.tsx";
import { sweepAssociations } from "./associations/changes.ts";
import { forgetNews } from "./associations/closing.ts";
import { listDueReaders, noteWritten } from "./associations/digest.ts";
import { digestLetter } from "./associations/digest-words.ts";
import type { FindRefusal, Followable, FollowingMeans } from "./associations/following.ts";
import { associationRoutes } from "./associations/home-routes.tsx";
import { words as letterWords } from "./associations/letter-words.ts";
import type { AssociationDeps, MemberEnv } from "./associations/member-parts.tsx";
import { endKey } from "./associations/reading.ts";
import type { Config } from "./foundation/config.ts";
import type { Database, Transaction } from "./foundation/database.ts";
import { Unreachable } from "./foundation/errors.ts";
import { sendMail, sendsMail } from "./foundation/mail.ts";
import { type Outbound, RefusedAddress } from "./foundation/outbound.ts";
import { done, type Outcome, refused } from "./foundation/outcome.ts";
import type { Secret } from "./foundation/secret.ts";
import { findHost } from "./hosts/queries.ts";
import { ownAskings } from "./together/own-parts.tsx";
import { readAccount } from "./web/account.ts";
import { openLimit, quotas } from "./web/limits.ts";

/** How actors of other servers are found. Each may throw `Unreachable`. */
export interface ActorsElsewhere {
  /** By the id of an actor. */
  see(id: string): Promise<RemoteActor | null>;
  /** By `name@host`. */
  find(account: string): Promise<RemoteActor | null>;
}

interface FollowingParts {
  readonly db: Database;
  readonly config: Config;
  readonly outbound: Pick<Outbound, "refuses">;
  readonly actors: ActorsElsewhere;
}

/** How associations follow, on whatever server. */
export function followingMeans({ db, config, outbound, actors }: FollowingParts): FollowingMeans {
  const { origin } = config;
  const reach = { origin };
  return {
    async find(typed, association) {
      const found = await findTyped({ db, config, outbound, actors }, typed.trim());
      return found.done && found.value.actor === `${origin}/ap/actors/${association}` ? refused("own-account") : found;
    },
    async follow(tx, association, { actor: id, inbox }) {
      await followActor(
        tx,
        reach,
        { actor: { id: association, kind: "association" }, followed: { id, inbox } },
        randomUUID(),
      );
    },
    async unfollow(tx, association, id) {
      const row = await tx.selectFrom("remoteActors").select("inbox").where("id", "=", id).executeTakeFirst();
      const followed = { id, inbox: row?.inbox ?? null };
      await unfollow(tx, reach, { actor: { id: association, kind: "association" }, followed });
      await forgetNews(tx, association, id);
    },
    listFollowed: (reader, association) => listFollowed(reader, origin, association),
    listReadings: (reader, association, part) => listReadings(reader, origin, association, part),
  };
}

/** What somebody typed: the address of an actor or a page, an account, or both readings of one text. */
interface Typed {
  readonly host: string;
  readonly address: string | null;
  /** `name@host`. */
  readonly account: string | null;
}

function readTyped(text: string): Outcome<Typed, FindRefusal> {
  if (text === "") return refused("address-missing");
  const account = readAccount(text);
  const name = account.done ? account.value : null;
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url !== null) return done({ host: url.host, address: url.origin + url.pathname, account: name });
  return name === null
    ? refused("address-malformed")
    : done({ host: name.replace(/^.*@/, ""), address: null, account: name });
}

async function findTyped(parts: FollowingParts, text: string): Promise<Outcome<Followable, FindRefusal>> {
  const { db, outbound } = parts;
  const { origin } = parts.config;
  const typed = readTyped(text);
  if (!typed.done) return typed;
  const { host, address, account } = typed.value;
  if (host === new URL(origin).host) {
    const own = await findOwnFollowable(db, origin, address ?? `${origin}/@${account?.replace(/@.*$/, "")}`);
    return own === null ? refused("nobody-there") : done(own);
  }
  if (outbound.refuses(`https://${host}`)) return refused("domain-blocked");
  return await findElsewhere(parts.actors, typed.value);
}

async function findElsewhere(
  actors: ActorsElsewhere,
  { host, address, account }: Typed,
): Promise<Outcome<Followable, FindRefusal>> {
  try {
    const seen = address === null ? null : await actors.see(address);
    const found = seen ?? (account === null ? null : await actors.find(account));
    if (found === null) return refused("nobody-there");
    return done({ actor: found.id, name: found.name ?? found.handle ?? host, inbox: found.inbox });
  } catch (error) {
    if (error instanceof Unreachable || error instanceof RefusedAddress) return refused("unreachable");
    throw error;
  }
}

/** `/association…` */
export const associationPages = (deps: Omit<AssociationDeps, "limit" | "ownAsked">): Hono<MemberEnv> =>
  associationRoutes({
    ...deps,
    limit: openLimit(quotas.keptForms),
    ownAsked: async (association, frame) => {
      const requests = await listOwnRequests(deps.db, [association], deps.now());
      return [Requests({ frame, mine: { requests } }), await ownAskings(deps.db, association, frame.language)];
    },
  });

interface AssociationWork {
  readonly db: Database;
  readonly config: Config;
  readonly secret: Secret;
}

/** The jobs of associations: letters that let somebody in, letters of what is new, and forgetting. */
export function associationTasks({ db, config, secret }: AssociationWork): TaskList {
  return {
    "write-association-letters": async () => {
      if (sendsMail(config))
        await db.transaction().execute((tx) => writeDigests(tx, { db, config, secret }, new Date()));
    },
    "send-sign-in-link": (payload) =>
      db.transaction().execute(async (tx) => {
        const name = (await findHost(tx))?.profile.name ?? new URL(config.origin).host;
        const letters: SignInLetters = {
          ...{ smtpUrl: config.smtpUrl, mailFrom: config.mailFrom, secret, origin: config.origin },
          write: (language, link) => letterWords[language].signIn(name, link),
        };
        await sendSignInLink(tx, letters, payload, new Date());
      }),
    "sweep-associations": async () => {
      await db.transaction().execute((tx) => sweepAssociations(tx, new Date()));
    },
  };
}

/** At most so much of what is new stands in one letter. */
const mostInLetter = 20;

/** Writes to everybody for whom there is something new. */
async function writeDigests(tx: Transaction, { config, secret }: AssociationWork, now: Date): Promise<void> {
  const { origin } = config;
  const host = (await findHost(tx))?.profile.name ?? new URL(origin).host;
  const page = `${origin}/association/news`;
  for (const { account, email, association, name, language, since } of await listDueReaders(tx, now)) {
    const found = await listReadings(tx, origin, association, { after: since, limit: mostInLetter + 1 });
    await noteWritten(tx, account, now);
    if (found.length === 0) continue;
    const end = `${page}/letters/${account}/${endKey(secret, account)}/end`;
    const readings = found.slice(0, mostInLetter);
    const told = { association: name, host, readings, more: found.length > readings.length, page, end };
    await sendMail(tx, config, { to: email, ...digestLetter(language, told), unsubscribe: end });
  }
}

export const associationCrontab = ["19 4 * * * sweep-associations", "7 6 * * * write-association-letters"];
