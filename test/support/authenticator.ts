import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A device that keeps one passkey, as far as a site sees it; what it says can be bent, as somebody hostile would. */
export interface Authenticator {
  readonly id: string;
  /** Answers a request to make the passkey. */
  create(options: Challenge, bent?: Bent): string;
  /** Answers a request to sign. */
  get(options: Challenge, bent?: Bent): string;
}

export interface Challenge {
  readonly challenge: string;
}

export interface Bent {
  /** Where the browser says that it is. */
  readonly origin?: string;
  /** Whom the device signs for. */
  readonly host?: string;
  /** The device has made sure of the person. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly signature?: Buffer;
}

export function openAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credential = randomBytes(16);
  const id = credential.toString("base64url");
  const saying = (type: string, { challenge }: Challenge, bent: Bent) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: bent.origin ?? origin, crossOrigin: false }));
  const head = ({ host = new URL(origin).hostname, verified = true, counter = 0 }: Bent, made: boolean) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (verified ? 0x04 : 0) | (made ? 0x40 : 0);
    return Buffer.concat([createHash("sha256").update(host).digest(), Buffer.from([flags]), count]);
  };
  const answer = (response: Readonly<Record<string, Buffer>>) =>
    JSON.stringify({
      ...{ id, rawId: id, type: "public-key", clientExtensionResults: {}, authenticatorAttachment: "platform" },
      response: Object.fromEntries(
        Object.entries(response).map(([name, bytes]) => [name, bytes.toString("base64url")]),
      ),
    });
  return {
    id,
    create(options, bent = {}) {
      // COSE: an EC2 key, ES256, on P-256, with its x and y; then CBOR: { fmt: "none", attStmt: {}, authData }.
      const key = cose(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"));
      const length = Buffer.from([0, credential.length]);
      const authData = Buffer.concat([head(bent, true), Buffer.alloc(16), length, credential, key]);
      const attestationObject = Buffer.concat([
        ...[Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex")],
        ...[Buffer.from([0x58, authData.length]), authData],
      ]);
      return answer({ clientDataJSON: saying("webauthn.create", options, bent), attestationObject });
    },
    get(options, bent = {}) {
      const [clientDataJSON, authenticatorData] = [saying("webauthn.get", options, bent), head(bent, false)];
      const signed = Buffer.concat([authenticatorData, createHash("sha256").update(clientDataJSON).digest()]);
      const signature = bent.signature ?? sign("sha256", signed, privateKey);
      return answer({ clientDataJSON, authenticatorData, signature });
    },
  };
}

function cose(x: Buffer, y: Buffer): Buffer {
  const bytes = (text: string) => Buffer.from(text, "hex");
  return Buffer.concat([bytes("a5010203262001215820"), x, bytes("225820"), y]);
}
