import { randomUUID } from "node:crypto";
import { inboxIri } from "../../../federation/addresses.ts";
import type { Crowd } from "../crowd.ts";
import { costOf, type Figure, shown } from "../figures.ts";
import { requestBytes, shoot } from "../http-load.ts";
import type { RsaRates } from "../machine.ts";
import type { Subject } from "../subject.ts";
import { actorNamed } from "./actors.ts";

/** How fast people of servers never heard of come to follow: their actor is fetched, kept, and told that they may. */
export async function measureFollows(
  subject: Subject,
  crowd: Crowd,
  from: number,
  rsa: RsaRates,
): Promise<readonly Figure[]> {
  const count = 200;
  const followed = await actorNamed(subject, "un_hebergeur");
  const inbox = inboxIri(followed);
  const requests = Array.from({ length: count }, (_, index) => {
    const actor = crowd.actor(from + index);
    const id = `${actor}/follows/${randomUUID()}`;
    const body = JSON.stringify({
      "@context": "https://www.w3.org/ns/activitystreams",
      ...{ id, type: "Follow", actor, object: followed },
    });
    return requestBytes("POST", inbox, crowd.sign(from + index, inbox, body), body);
  });
  const accepted = new Set<number>();
  const { promise: all, resolve } = Promise.withResolvers<void>();
  crowd.onDelivery((index, body) => {
    if (JSON.parse(body).type === "Accept") accepted.add(index);
    if (accepted.size === count) resolve();
  });
  const { hostname, port } = new URL(subject.origin);
  const cost = await costOf(subject, async () => {
    await shoot({ host: hostname, port: Number(port) }, 16, () => requests.pop() ?? null);
    await all;
  });
  const each = `${shown(cost.app / count)} ms Essaim, ${shown(cost.database / count)} ms PostgreSQL`;
  return [
    {
      ...{
        name: "Follow in, Accept out",
        value: count / cost.seconds,
        unit: "/s",
        aim: { least: 170 },
        peer: "41/s (Go)",
      },
      bound: `two signatures each (${rsa.signs}/s a core); ${each}`,
    },
  ];
}
