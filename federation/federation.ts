import { createPublicKey, type KeyObject, type webcrypto } from "node:crypto";
import { createFederation, type Federation, type FederationOptions } from "@fedify/fedify";
import { type Actor, Object as Thing, type Tombstone } from "@fedify/vocab";
import { findHandle, instanceName } from "../src/hosts/handles.ts";
import { findDocument } from "./documents.ts";
import { nodeInfo } from "./nodeinfo.ts";
import type { Reach } from "./reach.ts";
import { answer, render, type ServingReach } from "./serving.ts";
import { answerNames, namesLinks } from "./webfinger.ts";

/** What Fedify stands on: our database, our gate to the network. */
export type FederationParts = Required<
  Pick<
    FederationOptions<Reach>,
    "kv" | "queue" | "documentLoaderFactory" | "contextLoaderFactory" | "authenticatedDocumentLoaderFactory"
  >
> & {
  /** Of this software. */
  readonly version: string;
  readonly signedBy: ServingReach["signedBy"];
};

/** This site as other servers meet it. */
export interface SiteFederation {
  /** Null: this address is for people only. */
  fetch(request: Request): Promise<Response | null>;
  /** The document at a path of ours as bytes, for whoever keeps them; null when there is none, or only its tombstone. */
  render(path: string): Promise<Buffer | null>;
  readonly fedify: Federation<Reach>;
}

export async function buildFederation(
  reach: Reach,
  { version, signedBy, ...parts }: FederationParts,
): Promise<SiteFederation> {
  const fedify = createFederation<Reach>({
    ...parts,
    origin: reach.origin,
    manuallyStartQueue: true,
    firstKnock: "draft-cavage-http-signatures-12",
    outboxRetryPolicy: retryAfter,
  });
  const actors = fedify.setActorDispatcher("/ap/actors/{identifier}", (ctx, identifier) =>
    findActor(ctx.data, identifier, ctx),
  );
  actors
    .mapActorAlias("/ap/instance", instanceName)
    .setKeyPairsDispatcher(({ data }, identifier) => keyPairs(data, identifier));
  answerNames(actors);
  fedify.setWebFingerLinksDispatcher(namesLinks);
  fedify.setNodeInfoDispatcher("/nodeinfo/2.1", ({ data }) => nodeInfo(data, version));
  return {
    fedify,
    render: (path) => render(reach, path),
    fetch: (request) => answer({ ...reach, signedBy }, request, () => throughFedify(fedify, reach, request)),
  };
}

async function throughFedify(fedify: Federation<Reach>, reach: Reach, request: Request): Promise<Response | null> {
  const notOurs = new Response(null, { status: 404 });
  const response = await fedify.fetch(request, {
    contextData: reach,
    onNotFound: () => notOurs,
    onNotAcceptable: () => notOurs,
  });
  return response === notOurs ? null : response;
}

/** The document that is served, as Fedify sees it. */
async function findActor(
  reach: Reach,
  identifier: string,
  loaders: Parameters<typeof Thing.fromJsonLd>[1],
): Promise<Actor | Tombstone | null> {
  const path = identifier === instanceName ? "/ap/instance" : `/ap/actors/${identifier}`;
  const served = await findDocument(reach.db, reach, path);
  if (served === null) return null;
  const thing = await Thing.fromJsonLd(JSON.parse(served.body), loaders);
  return thing as Actor | Tombstone;
}

async function keyPairs({ db, keys }: Reach, identifier: string): Promise<CryptoKeyPair[]> {
  const id = identifier === instanceName ? (await findHandle(db, instanceName))?.id : identifier;
  if (id === undefined) return [];
  const { rsa, ed25519 } = await keys.of(id);
  return [pairOf(rsa, { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }), pairOf(ed25519, { name: "Ed25519" })];
}

function pairOf(key: KeyObject, algorithm: { name: string; hash?: string }): CryptoKeyPair {
  const pair: webcrypto.CryptoKeyPair = {
    privateKey: key.toCryptoKey(algorithm, true, ["sign"]),
    publicKey: createPublicKey(key).toCryptoKey(algorithm, true, ["verify"]),
  };
  return pair as CryptoKeyPair;
}

const minute = 60_000;
const waits = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minute);
const twoWeeks = 14 * 24 * 60 * minute;

/** For what Fedify itself sends: sooner at first, then twice a day, for 14 days. */
function retryAfter({
  elapsedTime,
  attempts,
}: {
  elapsedTime: Temporal.Duration;
  attempts: number;
}): Temporal.Duration | null {
  if (elapsedTime.total("millisecond") > twoWeeks) return null;
  return Temporal.Duration.from({ milliseconds: waits[Math.min(attempts, waits.length) - 1] ?? minute });
}
