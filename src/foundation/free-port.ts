import { createServer } from "node:net";

/** A port of the loopback that nobody listens on just now: the wanted one if it is free, else any. */
export async function findFreePort(wanted = 0): Promise<number> {
  const server = createServer();
  return await new Promise((found, failed) => {
    server.on("error", () => (wanted === 0 ? failed(new Error("no port is free")) : found(findFreePort())));
    server.listen(wanted, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
