import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { findHandle, intakeName } from "../../src/hosts/handles.ts";
import type { AskingSaid } from "../../src/together/events.ts";
import { noteProblem } from "../../src/together/hearing.ts";
import { hostMessage, hostNews, hostNewsOf } from "../../src/together/letter-words.ts";
import { findAskedHost, findAsking } from "../../src/together/queries.ts";
import { accountOf } from "../actors/account.ts";
import { findAccount, type Looking } from "../actors/find-account.ts";
import type { Reach } from "../reach.ts";
import { sendDirect } from "./direct.ts";
import { derivedId } from "./ids.ts";

/** A host that is known by its account alone is written to by a job: its server has to be asked first. */
export async function askToWriteToHost(tx: Transaction, { host: id, deed }: AskingSaid): Promise<void> {
  const host = await findAskedHost(tx, id);
  const asking = host && (await findAsking(tx, host.asking));
  if (host?.way !== "fediverse" || asking === null) return;
  const news = deed === "ask" ? "ask" : hostNewsOf(host, asking);
  if (news !== null)
    await addJob(
      tx,
      "write-to-asked-host",
      { host: id, news },
      { key: `write-to-host:${id}:${news}`, maxAttempts: 12 },
    );
}

const Job = z.object({ host: z.uuid(), news: z.enum(hostNews) });

/** The job `write-to-asked-host`: sends the private page to the host's account alone; what cannot be sent is noted beside the host. */
export function writeToAskedHostTask(reach: Reach & Looking): Task {
  return async (payload, { job }) => {
    const { host: id, news } = Job.parse(payload);
    const host = await findAskedHost(reach.db, id);
    const asking = host && (await findAsking(reach.db, host.asking));
    const speaker = await findHandle(reach.db, intakeName);
    if (!host || host.address === null || !asking || speaker === null || speaker.gone !== null) return;
    const found = await look(reach, host.address, job.attempts < job.max_attempts);
    const link = `${reach.origin}/together/host/${host.token}`;
    await reach.db.transaction().execute(async (tx) => {
      if (typeof found === "string") return noteProblem(tx, id, found);
      const to = { href: found.id, account: accountOf(found.id, found.handle), inbox: found.inbox };
      const text = hostMessage({ link, asking }, news);
      const { language } = asking;
      await sendDirect(tx, reach, { speaker, to, text, language, published: new Date(), of: derivedId(id, news) });
    });
  };
}

async function look(looking: Looking, account: string, mayTryAgain: boolean) {
  try {
    return (await findAccount(looking, account)) ?? ("no-account" as const);
  } catch (error) {
    if (mayTryAgain || !(error instanceof Unreachable)) throw error;
    return "unreachable" as const;
  }
}
