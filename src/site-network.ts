import type { TaskList } from "graphile-worker";
import { findAccount } from "../federation/actors/find-account.ts";
import { findHostAt } from "../federation/actors/find-host.ts";
import { findInstance } from "../federation/actors/find-instance.ts";
import { findFollowTemplate } from "../federation/actors/follow-template.ts";
import { ActorKeys } from "../federation/actors/keys.ts";
import { fedifyLoaders } from "../federation/actors/loaders.ts";
import { RemoteActors } from "../federation/actors/remote-actors.ts";
import { findShareTemplate } from "../federation/actors/share-template.ts";
import { signedBy } from "../federation/actors/signed-by.ts";
import { actorIri, keyIri } from "../federation/addresses.ts";
import { type DeliveryWork, deliveryWork } from "../federation/delivery/delivery-work.ts";
import { PgKvStore, sweepKeysAndValues } from "../federation/delivery/keys-and-values.ts";
import type { Sender } from "../federation/delivery/posting.ts";
import { keysIn, keysOut } from "../federation/delivery/private-keys.ts";
import { GraphileQueue } from "../federation/delivery/queue.ts";
import { buildFederation, type SiteFederation } from "../federation/federation.ts";
import { check } from "../federation/guard/check.ts";
import type { Incoming } from "../federation/guard/incoming.ts";
import { openInbox } from "../federation/inbox-batches.ts";
import { federationListeners } from "../federation/outbox.ts";
import { readBoostTask } from "../federation/receive/boosts.ts";
import { refreshActor } from "../federation/receive/update.ts";
import { writeToAskedHostTask } from "../federation/send/asked-hosts.ts";
import { sendAskingTask } from "../federation/send/askings.ts";
import { tellSuccessorTask } from "../federation/send/closing.ts";
import { writeToAskerTask } from "../federation/send/direct.ts";
import { sayJointTask } from "../federation/send/joint.ts";
import { sendPartnershipTask } from "../federation/send/partnerships.ts";
import { sendReferralTask } from "../federation/send/referrals.ts";
import { sendReplyTask } from "../federation/send/sent-answers.ts";
import { sendPledgeTask } from "../federation/send/sent-pledges.ts";
import { openSwarm } from "../federation/swarm/swarm.ts";
import type { SiteEvent } from "./events.ts";
import type { Config } from "./foundation/config.ts";
import type { Database } from "./foundation/database.ts";
import { NotFound } from "./foundation/errors.ts";
import type { Metrics } from "./foundation/metrics.ts";
import { type Outbound, openOutbound } from "./foundation/outbound.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { Outcome } from "./foundation/outcome.ts";
import type { Secret } from "./foundation/secret.ts";
import { nameInstance } from "./hosts/changes.ts";
import { findHandleById } from "./hosts/handles.ts";
import type { FindHostRefusal, OtherHost } from "./partnerships/changes.ts";
import { openBlockedDomains } from "./peers/blocked-domains.ts";
import type { FindRefusal, Instance } from "./peers/peer.ts";
import type { ActorsElsewhere } from "./site-associations.ts";
import { wayIn } from "./site-visitors.ts";

/** This site among others: what it answers, takes in, says and carries. */
export interface Network {
  readonly federation: SiteFederation;
  readonly listeners: readonly Listener<SiteEvent>[];
  readonly tasks: TaskList;
  readonly crontab: string;
  /** Takes in a request to an inbox; throws `Refused`. */
  receive(incoming: Incoming): Promise<void>;
  followTemplate(account: string): Promise<string | null>;
  shareTemplate(account: string): Promise<string | null>;
  /** The instance at an address that somebody typed. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
  /** The host that somebody names. */
  findHost(typed: string): Promise<Outcome<OtherHost, FindHostRefusal>>;
  /** How the servers of visitors are asked who they are. */
  readonly visitors: ReturnType<typeof wayIn>;
  /** How actors of other servers are found. */
  readonly actors: ActorsElsewhere;
  /** The way out to other servers. */
  readonly outbound: Outbound;
  /** Asks other instances for what they did while this site was away. */
  catchUp(): Promise<void>;
  /** Something of this site has changed, here or in another process. */
  changed(): Promise<void>;
  /** Takes what Fedify has queued, until `signal`. */
  startQueues(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export async function openNetwork(
  config: Config,
  db: Database,
  secret: Secret,
  { version, metrics }: { readonly version: string; readonly metrics: Metrics | null },
): Promise<Network> {
  const { origin, language } = config;
  const { outbound, keys, remoteActors, blocked, signer, ...elsewhere } = await openElsewhere(config, db, secret);
  const reach = { db, origin, keys, language };
  const inbox = openInbox({ ...reach, remoteActors });
  const deliveries: DeliveryWork = deliveryWork({
    ...{ db, outbound, keys: openSenders(db, keys, origin) },
    isDenied: (actor) => remoteActors.isDenied(actor),
    count: (outcome) => metrics?.countDelivery(outcome),
  });
  const swarm = openSwarm({ ...reach, outbound, signer, findInstance: elsewhere.findInstance });
  const queues = openQueues(db, keys);
  const federation = await buildFederation(reach, {
    version,
    kv: new PgKvStore(db),
    queue: queues,
    signedBy: (request) => signedBy({ origin, remoteActors }, request),
    ...fedifyLoaders(remoteActors),
  });
  return {
    federation,
    listeners: federationListeners(reach),
    tasks: {
      ...deliveries.tasks,
      ...swarm.tasks,
      ...sendingTasks({ ...reach, remoteActors }),
      hear: inbox.task,
      ...writingTasks({ ...reach, outbound, remoteActors }),
      "read-boost": readBoostTask(db, remoteActors),
      "refresh-actor": (payload) => refreshActor(db, remoteActors, (payload as { actor: string }).actor),
      "fedify-inbox": queues.inbox.task,
      "fedify-outbox": queues.outbox.task,
      "sweep-keys-and-values": () => sweepKeysAndValues(db),
    },
    catchUp: swarm.catchUp,
    crontab: `${deliveries.crontab}\n${swarm.crontab}\n43 * * * * sweep-keys-and-values`,
    async receive(incoming) {
      const checked = check(incoming, origin, new Date());
      await remoteActors.authenticate(checked);
      await inbox.accept(checked.activity);
    },
    outbound,
    actors: {
      see: (id) => remoteActors.see(id),
      find: (account) => findAccount({ outbound, remoteActors }, account),
    },
    visitors: wayIn({ db, secret, outbound, origin, remoteActors }),
    findInstance: elsewhere.findInstance,
    findHost: (typed) => findHostAt({ outbound, remoteActors, origin }, typed),
    changed: blocked.reload,
    followTemplate: (account) => findFollowTemplate(outbound, account),
    shareTemplate: (account) => findShareTemplate(outbound, account),
    startQueues: (signal) => federation.fedify.startQueue(reach, { signal }),
    async close() {
      await deliveries.close();
      await outbound.close();
    },
  };
}

/** What is written to one person alone, whose server has to be asked first. */
function writingTasks(reach: Parameters<typeof writeToAskerTask>[0]): TaskList {
  return { "write-to-asker": writeToAskerTask(reach), "write-to-asked-host": writeToAskedHostTask(reach) };
}

/** What is said to one other server alone. */
function sendingTasks(reach: Parameters<typeof sendPledgeTask>[0]): TaskList {
  return {
    "send-pledge": sendPledgeTask(reach),
    "send-partnership": sendPartnershipTask(reach),
    "send-referral": sendReferralTask(reach),
    "tell-successor": tellSuccessorTask(reach),
    "say-joint": sayJointTask(reach),
    "send-asking": sendAskingTask(reach),
    "send-answer": sendReplyTask(reach),
  };
}

/** The way out and what can be learnt there; for a command, without what comes in. */
export async function openElsewhere(config: Config, db: Database, secret: Secret) {
  const { origin } = config;
  const { blocked, outbound } = await openWayOut(config, db);
  const keys = new ActorKeys(db, secret);
  const signer = await instanceSigner(db, keys, origin);
  const remoteActors = new RemoteActors(db, outbound, signer);
  const find = (typed: string) => findInstance({ outbound, remoteActors, origin }, typed);
  return { blocked, outbound, keys, signer, remoteActors, findInstance: find };
}

/** The way out, which leads to no blocked domain. */
export async function openWayOut({ origin, allowedPrivateRanges: ranges }: Config, db: Database) {
  const blocked = await openBlockedDomains(db);
  const outbound: Outbound = openOutbound({ ranges, origin, refuses: blocked.cover });
  return { blocked, outbound };
}

/** The instance actor signs our GETs; it has its name and keys even before somebody hosts here. */
async function instanceSigner(db: Database, keys: ActorKeys, origin: string) {
  const id = await db.transaction().execute(nameInstance);
  const keyId = keyIri(actorIri(origin, { id, kind: "instance" }));
  return async () => ({ keyId, key: (await keys.of(id)).rsa });
}

/** Under which key each local actor signs, looked up once: neither its address nor its keys ever change. */
function openSenders(db: Database, keys: ActorKeys, origin: string): (actor: string) => Promise<Sender> {
  const known = new Map<string, Promise<Sender>>();
  return (actor) => {
    const found = known.get(actor);
    if (found) return found;
    const finding = findSender(db, keys, origin, actor);
    finding.catch(() => known.delete(actor));
    known.set(actor, finding);
    return finding;
  };
}

async function findSender(db: Database, keys: ActorKeys, origin: string, actor: string): Promise<Sender> {
  const handle = await findHandleById(db, actor);
  if (handle === null) throw new NotFound(`no actor ${actor}`);
  return { keyId: keyIri(actorIri(origin, handle)), key: (await keys.of(actor)).rsa };
}

/** Fedify's own queues, for what is sent rarely through its typed objects. No private key is stored with a message. */
function openQueues(db: Database, keys: ActorKeys) {
  const decode = keysIn(async (keyId) => {
    const actor = /\/ap\/actors\/([0-9a-f-]{36})#/.exec(keyId)?.[1];
    const id = actor ?? (await db.transaction().execute(nameInstance));
    const { rsa, ed25519 } = await keys.of(id);
    const isFirst = keyId.endsWith("#main-key");
    return (isFirst ? rsa : ed25519).export({ format: "jwk" });
  });
  return {
    inbox: new GraphileQueue(db, { task: "fedify-inbox" }),
    outbox: new GraphileQueue(db, { task: "fedify-outbox", encode: keysOut, decode }),
  };
}
