import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

/** Hashes a password with argon2id; the parameters stand in the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, current, 32);
  const { memory, passes, parallelism } = current;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`;
}

/** Whether this is the password of the hash. Throws when the hash is not one of ours. */
export async function passwordMatches(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = pattern.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) throw new Error("this is not a hash of a password");
  const expected = Buffer.from(tag, "base64");
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, "base64"), cost, expected.length), expected);
}

/** Whether this is the password of the hash, if there is one. Where there is none it takes as long, so that nobody learns who has an account. */
export async function provesPassword(hash: string | null, password: string): Promise<boolean> {
  const matches = await passwordMatches(hash ?? nobody, password);
  return hash !== null && matches;
}

const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/** What a hash costs: memory in KiB. */
interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const current: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const pattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const encode = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

async function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  await enter();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const message = Buffer.from(password.normalize("NFC"));
      argon2("argon2id", { message, nonce, tagLength, ...cost }, (error, tag) =>
        error ? reject(error) : resolve(tag),
      );
    });
  } finally {
    leave();
  }
}

// Two at a time: each takes 19 MiB and a core for a while, and whoever tries passwords must not take them all.
const most = 2;
const waiting: (() => void)[] = [];
let running = 0;

async function enter(): Promise<void> {
  if (running < most) running += 1;
  else await new Promise<void>((go) => waiting.push(go));
}

function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}
