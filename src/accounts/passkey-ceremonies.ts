import { randomBytes } from "node:crypto";
import { getLogger } from "@logtape/logtape";
import { z } from "zod";
import type { Database, Reader } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Account } from "./account.ts";
import type { NewPasskey } from "./passkeys.ts";

/** What both ceremonies need: passkeys belong to the host of the site's address. */
export interface PasskeyDeps {
  readonly db: Database;
  readonly secret: Secret;
  readonly origin: string;
  now(): Date;
}

/** What a browser is asked to make a new passkey with. */
export async function askForNewPasskey(deps: PasskeyDeps, { id, name, email }: NewPasskeyOwner): Promise<object> {
  const { generateRegistrationOptions } = await library();
  const known = await deps.db.selectFrom("passkeys").select(["id", "transports"]).where("account", "=", id).execute();
  return await generateRegistrationOptions({
    ...{ rpID: hostOf(deps.origin), rpName: hostOf(deps.origin), userName: email },
    userDisplayName: name === "" ? email : name,
    userID: new Uint8Array(Buffer.from(id.replaceAll("-", ""), "hex")),
    challenge: await newChallenge(deps, id),
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    timeout: lifetime,
    supportedAlgorithmIDs,
  });
}

type NewPasskeyOwner = Pick<Account, "id" | "name" | "email">;

/** Checks what a browser has made; `keepPasskey` keeps it. */
export async function readNewPasskey(
  deps: PasskeyDeps,
  account: string,
  credential: string,
): Promise<NewPasskey | null> {
  const response = readCredential(Registration, credential);
  if (response === null) return null;
  const { verifyRegistrationResponse } = await library();
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      ...{ ...expected(deps, account), response, supportedAlgorithmIDs, requireUserVerification: false },
    }),
  );
  if (!verified?.verified) return null;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey), counter, transports };
}

/** What a browser is asked to sign, with whichever passkey somebody chooses. */
export async function askForPasskey(deps: PasskeyDeps): Promise<object> {
  const { generateAuthenticationOptions } = await library();
  const challenge = await newChallenge(deps, null);
  return await generateAuthenticationOptions({
    ...{ rpID: hostOf(deps.origin), userVerification: "preferred", challenge, timeout: lifetime },
  });
}

/** Whose passkey has signed; whether the device has made sure of the person too, by a finger or a code. */
export interface PasskeyOwner<Owner> {
  readonly account: Owner;
  readonly verified: boolean;
}

/** Finds the owner among those whose door it is: the team's, or that of members. */
export async function findByPasskey<Owner>(
  deps: PasskeyDeps,
  credential: string,
  findOwner: (reader: Reader, id: string) => Promise<Owner | null>,
): Promise<PasskeyOwner<Owner> | null> {
  const response = readCredential(Authentication, credential);
  if (response === null) return null;
  const passkey = await deps.db.selectFrom("passkeys").selectAll().where("id", "=", response.id).executeTakeFirst();
  const { verifyAuthenticationResponse } = await library();
  if (!passkey) return null;
  const { id, counter, transports, publicKey } = passkey;
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      ...{ ...expected(deps, null), response, requireUserVerification: false },
      credential: { id, counter, transports, publicKey: new Uint8Array(publicKey) },
    }),
  );
  if (!verified?.verified) return null;
  const { newCounter, userVerified } = verified.authenticationInfo;
  const account = (await noteUse(deps, id, newCounter)) ? await findOwner(deps.db, passkey.account) : null;
  return account && { account, verified: userVerified };
}

const log = getLogger(["essaim", "passkeys"]);
const lifetime = 5 * 60_000;
/** Ed25519, ECDSA on P-256, RSA: every device makes one of them. */
const supportedAlgorithmIDs = [-8, -7, -257];
const hostOf = (origin: string): string => new URL(origin).hostname;

// Loaded when somebody uses it: it is large, and most processes never do.
const library = () => import("@simplewebauthn/server");

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(20_000);
const credentialOf = <Response extends z.ZodType>(response: Response) =>
  z.object({
    id: bytes.min(1).max(1_400),
    rawId: bytes.min(1).max(1_400),
    type: z.literal("public-key"),
    response,
    clientExtensionResults: z.object({}).default({}),
  });
const transports = z.array(z.string().max(30)).max(10).default([]);
const Registration = credentialOf(z.object({ clientDataJSON: bytes, attestationObject: bytes, transports }));
const Authentication = credentialOf(z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }));

function readCredential<Schema extends z.ZodType>(shape: Schema, text: string): z.output<Schema> | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // no script of ours has written it
  }
}

// What the library does not take, it throws; what came in is hostile, so that is a refusal.
async function orNull<Value>(verify: () => Promise<Value>): Promise<Value | null> {
  return await verify().catch((error: unknown) => {
    log.info("a passkey was not taken: {error}", { error });
    return null;
  });
}

function expected(deps: PasskeyDeps, account: string | null) {
  return {
    expectedOrigin: deps.origin,
    expectedRPID: hostOf(deps.origin),
    expectedChallenge: (challenge: string) => spendChallenge(deps, account, challenge),
  };
}

async function newChallenge({ db, secret, now }: PasskeyDeps, account: string | null) {
  const challenge = new Uint8Array(randomBytes(32));
  const hash = secret.digest(purpose, Buffer.from(challenge).toString("base64url"));
  const expires = new Date(now().getTime() + lifetime);
  await db.insertInto("passkeyChallenges").values({ hash, account, expires }).execute();
  return challenge;
}

async function spendChallenge({ db, secret, now }: PasskeyDeps, account: string | null, challenge: string) {
  const spent = await db
    .deleteFrom("passkeyChallenges")
    .where("hash", "=", secret.digest(purpose, challenge))
    .where("account", account === null ? "is" : "=", account)
    .where("expires", ">", now())
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}

const purpose = "passkey-challenge";

/** A counter that does not go up belongs to a copy; many passkeys keep none, and say 0 for ever. */
async function noteUse({ db, now }: PasskeyDeps, id: string, counter: number): Promise<boolean> {
  const noted = await db
    .updateTable("passkeys")
    .set({ counter, used: now() })
    .where("id", "=", id)
    .where((row) => row.or([row("counter", "<", counter), row.and([row("counter", "=", 0), row.lit(counter === 0)])]))
    .executeTakeFirst();
  return noted.numUpdatedRows > 0n;
}
