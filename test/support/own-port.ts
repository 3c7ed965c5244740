import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

// Below those that systems give by themselves to whoever asks for any port, or connects to somewhere.
const [first, count] = [12_000, 18_000];
let next = Math.floor(Math.random() * count);

/** A port of the loopback that is free now, and that no other test of this machine is given while this process lives. */
export async function ownPort(): Promise<number> {
  for (let tries = 0; tries < count; tries += 1) {
    const port = first + (next++ % count);
    if ((await reserve(port)) && (await isFree(port))) return port;
  }
  throw new Error("no port is free");
}

/** Tests that start side by side agree by a lock of the system: the port of the same number for datagrams, held to the end. */
async function reserve(port: number): Promise<boolean> {
  const lock = createSocket("udp4").unref();
  lock.bind({ port, address: "127.0.0.1", exclusive: true });
  return await once(lock, "listening").then(
    () => true,
    () => {
      lock.close();
      return false;
    },
  );
}

/** Whether a server may listen there, under the number and under the name. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "localhost"]) {
    const server = createServer().listen(port, host);
    const free = await once(server, "listening").then(
      () => true,
      () => false,
    );
    server.close();
    if (!free) return false;
    await once(server, "close");
  }
  return true;
}
