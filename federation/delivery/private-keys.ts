/** Fedify's outgoing messages, which name the keys that sign them and bring their private halves along. */
interface Signed {
  readonly keys: readonly { readonly keyId: string }[];
}

/** Takes the private keys out of a message of Fedify's: none is ever stored. */
export function keysOut(message: unknown): unknown {
  return isSigned(message) ? { ...message, keys: message.keys.map(({ keyId }) => ({ keyId })) } : message;
}

/** Puts the private keys back, found by their ids. */
export function keysIn(findKey: (keyId: string) => Promise<JsonWebKey>): (message: unknown) => Promise<unknown> {
  const complete = async ({ keyId }: Signed["keys"][number]) => ({ keyId, privateKey: await findKey(keyId) });
  return async (message) =>
    isSigned(message) ? { ...message, keys: await Promise.all(message.keys.map(complete)) } : message;
}

// Fan-out messages of Fedify's carry keys too; so it is the property that counts, not the type.
function isSigned(message: unknown): message is Signed {
  return typeof message === "object" && message !== null && "keys" in message && Array.isArray(message.keys);
}
