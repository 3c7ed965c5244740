import { generateKeyPairSync, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eventually } from "./eventually.ts";
import { ask, listen, plain, type Reply } from "./mastodon-http.ts";
import { readSignature, type Scheme, type Signer, signed, type Wire } from "./mastodon-signatures.ts";

export type Activity = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };
type Document = Readonly<Record<string, unknown>>;

/** How the server treats those who deliver to it, until told otherwise: at once, with 202, both schemes. */
interface Manners {
  /** Instead of 202: 410, 503 … */
  readonly status?: number;
  readonly delayMs?: number;
  /** Answers 401 to draft-cavage, and takes RFC 9421 only. */
  readonly refuseCavage?: boolean;
}

interface Sent {
  readonly scheme?: Scheme;
  /** The address of an actor, or of an inbox. */
  readonly to: string;
}

export interface FakeMastodon extends AsyncDisposable {
  readonly origin: string;
  readonly actor: string;
  readonly inbox: string;
  readonly sharedInbox: string;
  /** name@host, to be looked up by WebFinger. */
  readonly handle: string;
  /** What came with a signature that holds, the first first. */
  readonly received: readonly Activity[];
  /** By which scheme each of them was signed. */
  readonly schemes: readonly Scheme[];
  /** Why others were refused. */
  readonly refused: readonly string[];
  behave(manners: Manners): void;
  /** Finds an actor by its handle, as a person's search does. */
  find(handle: string): Promise<Document>;
  follow(actor: string, scheme?: Scheme): Promise<Activity>;
  undo(activity: Activity, scheme?: Scheme): Promise<Activity>;
  /** A public note that names this actor; it can be read at its address. */
  mention(actor: string, html: string, more?: Document): Promise<Activity>;
  /** Posts an activity as it stands; gives the HTTP status of the answer. */
  post(activity: Activity, sent: Sent): Promise<number>;
  waitFor(predicate: (activity: Activity) => boolean): Promise<Activity>;
}

/** Another server on loopback, with its own keys and its own code for signatures, that behaves as Mastodon does. */
export async function startFakeMastodon(name = "alice"): Promise<FakeMastodon> {
  const documents = new Map<string, Document>();
  const { server, origin } = await listen((wire) => answer(wire));
  const actor = `${origin}/users/${name}`;
  const [inbox, sharedInbox] = [`${actor}/inbox`, `${origin}/inbox`];
  const handle = `${name}@${new URL(origin).host}`;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signer: Signer = { keyId: `${actor}#main-key`, key: privateKey };
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  documents.set(`/users/${name}`, actorDocument(actor, name, sharedInbox, pem));
  documents.set(`/.well-known/webfinger?resource=acct:${handle}`, jrd(`acct:${handle}`, actor));
  const received: Activity[] = [];
  const schemes: Scheme[] = [];
  const refused: string[] = [];
  let manners: Manners = {};

  async function answer(wire: Wire): Promise<Reply> {
    const { pathname } = new URL(wire.url);
    if (wire.method === "POST") {
      const ours = [`/users/${name}/inbox`, "/inbox"].includes(pathname);
      return { status: ours ? await take(wire) : 404, type: "text/plain", body: "" };
    }
    const document = documents.get(decodeURIComponent(wire.url.slice(origin.length)));
    const type = pathname.startsWith("/.well-known/") ? "application/jrd+json" : "application/activity+json";
    return { status: document ? 200 : 404, type, body: JSON.stringify(document ?? null) };
  }

  async function take(wire: Wire): Promise<number> {
    const { status = 202, delayMs = 0, refuseCavage = false } = manners;
    await pause(delayMs);
    if (status !== 202) return status;
    try {
      const { activity, scheme } = await verify(wire, signer);
      if (refuseCavage && scheme === "cavage") return 401;
      received.push(activity);
      schemes.push(scheme);
      return 202;
    } catch (error) {
      refused.push(String(error));
      return 401;
    }
  }

  const post = async (activity: Activity, { scheme = "cavage", to }: Sent): Promise<number> => {
    const url = to.endsWith("/inbox") ? to : String((await get(to, signer))["inbox"]);
    const body = JSON.stringify(activity);
    const headers = { "content-type": "application/activity+json" };
    const wire = { method: "POST", url, headers, body };
    return (await ask({ ...wire, headers: signed(scheme, wire, signer) })).status;
  };

  const say = async (activity: Activity, sent: Sent): Promise<Activity> => {
    const whole = { "@context": "https://www.w3.org/ns/activitystreams", ...activity };
    const status = await post(whole, sent);
    if (status !== 202) throw new Error(`${activity.type} was answered by ${status}`);
    return whole;
  };

  return {
    ...{ origin, actor, inbox, sharedInbox, handle, received, schemes, refused, post },
    behave(next) {
      manners = next;
    },
    find: (wanted) => find(wanted, signer),
    follow: (object, scheme = "cavage") =>
      say({ id: `${origin}/${randomUUID()}`, type: "Follow", actor, object }, { scheme, to: object }),
    undo: ({ "@context": _, ...object }, scheme = "cavage") =>
      say(
        { id: `${actor}#undo/${randomUUID()}`, type: "Undo", actor, object },
        { scheme, to: String(object["object"]) },
      ),
    mention(to, html, more = {}) {
      const object = { ...noteOf(actor, to, html), ...more };
      documents.set(new URL(object.id).pathname, { "@context": "https://www.w3.org/ns/activitystreams", ...object });
      const { id, to: open, cc, published } = object;
      return say({ id: `${id}/activity`, type: "Create", actor, to: open, cc, published, object }, { to });
    },
    waitFor: (predicate) => eventually(() => received.find(predicate)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Mastodon's checks: the key is the actor's own, the actor's document says so, and its name leads back to it. */
async function verify(wire: Wire, signer: Signer): Promise<{ activity: Activity; scheme: Scheme }> {
  const { scheme, keyId, confirmedBy } = readSignature(wire);
  const activity = JSON.parse(wire.body) as Activity & { actor: string };
  const owner = await get(activity.actor, signer);
  const key = owner["publicKey"] as { id?: string; owner?: string; publicKeyPem?: string } | undefined;
  if (owner["id"] !== activity.actor) throw new Error("the actor's document is of another");
  if (key?.id !== keyId || key.owner !== activity.actor) throw new Error("the key is not the actor's");
  if (!confirmedBy(key.publicKeyPem ?? "")) throw new Error("the signature does not hold");
  const named = await find(`${owner["preferredUsername"]}@${new URL(activity.actor).host}`, signer);
  if (named["id"] !== activity.actor) throw new Error("the actor's name leads to another");
  return { activity, scheme };
}

async function find(handle: string, signer: Signer): Promise<Document> {
  const [, host] = handle.replace(/^@/, "").split("@");
  const resource = encodeURIComponent(`acct:${handle.replace(/^@/, "")}`);
  const { status, body } = await ask(
    plain(`http://${host}/.well-known/webfinger?resource=${resource}`, "application/jrd+json"),
  );
  if (status !== 200) throw new Error(`nobody is called ${handle}: ${status}`);
  const { links } = JSON.parse(body) as { links: { rel: string; type?: string; href?: string }[] };
  const self = links.find(({ rel, type }) => rel === "self" && type === "application/activity+json");
  return get(self?.href ?? "", signer);
}

/** A document at its own address, asked for under our signature, as servers that authorize fetches want it. */
async function get(address: string, signer: Signer): Promise<Document> {
  const wire = plain(address.split("#")[0] ?? "", "application/activity+json");
  const { status, type, body } = await ask({ ...wire, headers: signed("cavage", wire, signer) });
  if (status !== 200 || !/^application\/(activity|ld)\+json/.test(type))
    throw new Error(`${address}: ${status} ${type}`);
  return JSON.parse(body) as Document;
}

const actorDocument = (id: string, name: string, sharedInbox: string, publicKeyPem: string): Document => ({
  "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
  ...{
    id,
    type: "Person",
    preferredUsername: name,
    name: "Alice Martin",
    summary: "",
    url: `${new URL(id).origin}/@${name}`,
  },
  ...{ inbox: `${id}/inbox`, outbox: `${id}/outbox`, followers: `${id}/followers`, following: `${id}/following` },
  ...{ manuallyApprovesFollowers: false, discoverable: true, endpoints: { sharedInbox } },
  publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem },
});

const jrd = (subject: string, href: string): Document => ({
  subject,
  links: [{ rel: "self", type: "application/activity+json", href }],
});

const noteOf = (actor: string, mentioned: string, content: string) => ({
  ...{
    id: `${actor}/statuses/${randomUUID()}`,
    type: "Note",
    attributedTo: actor,
    content,
    contentMap: { fr: content },
  },
  ...{ to: ["https://www.w3.org/ns/activitystreams#Public"], cc: [`${actor}/followers`, mentioned], inReplyTo: null },
  tag: [{ type: "Mention", href: mentioned, name: "@host" }],
  published: new Date().toISOString().replace(/\.\d+/, ""),
});
