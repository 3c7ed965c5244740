import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { hearHost } from "../../src/together/hearing.ts";
import { listToCheck } from "../../src/together/papers.ts";
import { findAskedHost, listLiveHosts } from "../../src/together/queries.ts";
import { findReceived, findReceivedFrom, listLiveReceived, type ReceivedAsking } from "../../src/together/received.ts";
import { forgetReceived, keepShown } from "../../src/together/receiving.ts";
import { actorIri, relationshipIri } from "../addresses.ts";
import { findAskingActor } from "../askings.ts";
import { sameOrigin } from "../guard/origins.ts";
import { askToLook, askToLookAtAnswer } from "../receive/askings.ts";
import { askToCheckPaper, askToSendAnswer, askToSendAsking } from "../send/askings.ts";
import { readAsking } from "../vocabulary/asking.ts";
import { type AskingAnswerDocument, readAskingAnswer } from "../vocabulary/asking-answer.ts";
import { compareEach, shownAt } from "./comparing.ts";
import type { Walk } from "./walk.ts";

/** The job `look-at-asking`: what an association asks of our host, as its site shows it now. */
export const lookAtAskingTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { document } = z.object({ document: z.url() }).parse(payload);
    const known = await findReceivedFrom(walk.db, document);
    const host = await findHost(walk.db);
    if (known === null || host === null || !sameOrigin(document, known.asker)) return;
    const shown = await shownAt(walk.asker.patient, document);
    if (shown === null || shown.kind === "absent") return;
    await walk.db.transaction().execute(async (tx) => {
      if (shown.kind === "gone") return forgetReceived(tx, document);
      const us = actorIri(walk.origin, { id: host.id, kind: "host" });
      await keepIfTheirs(tx, known, { us, json: shown.json, now: walk.now() });
    });
  };

interface Looked {
  readonly us: string;
  readonly json: unknown;
  readonly now: Date;
}

/** What stands there counts if it is that of who asked, and for our host; what they have not read of our answer is said again. */
async function keepIfTheirs(tx: Transaction, { id, document, asker }: ReceivedAsking, { us, json, now }: Looked) {
  const there = readAsking(json);
  if (there?.id !== document || there.subject !== asker || there.object !== us) return;
  await keepShown(tx, document, there, now);
  const known = await findReceived(tx, id);
  if (known !== null && known.version > there.knownVersion)
    await askToSendAnswer(tx, { received: id, version: known.version });
}

/** The job `look-at-asking-answer`: what a host answers, as its site shows it now. */
export const lookAtAnswerTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { host: id } = z.object({ host: z.uuid() }).parse(payload);
    const { host = null, document = null } = (await findAskedHost(walk.db, id)) ?? {};
    if (host === null || document === null || !sameOrigin(document, host)) return;
    const shown = await shownAt(walk.asker.patient, document);
    const there = shown?.kind === "found" ? readAskingAnswer(shown.json) : null;
    const context = relationshipIri(walk.origin, id);
    if (there === null || !isOf(there, { id: document, subject: host, context })) return;
    const { version, answer, roles, words, proposes, agreed, result } = there;
    const said = {
      version,
      answer,
      roles,
      words,
      proposes,
      agreed,
      document,
      result: result && withoutVersion(result),
    };
    await walk.db.transaction().execute((tx) => hearHost(tx, id, said, walk.now()));
  };

type Expected = Pick<AskingAnswerDocument, "id" | "subject" | "context">;

const isOf = (there: Expected, { id, subject, context }: Expected): boolean =>
  there.id === id && there.subject === subject && there.context === context;

function withoutVersion<Result extends { version?: unknown }>({
  version: _,
  ...rest
}: Result): Omit<Result, "version"> {
  return rest;
}

/** The daily job `compare-askings`: what was lost between an association and its hosts, either way, is said again. */
export const compareAskingsTask =
  (walk: Walk): Task =>
  async () => {
    await compareEach(walk, listLiveHosts, async (tx, id, at) => {
      const host = await findAskedHost(tx, id);
      if (host === null) return;
      if (host.document !== null) await askToLookAtAnswer(tx, id, at);
      else if ((await findAskingActor(tx, null)) !== null) await askToSendAsking(tx, { host: id, deed: "ask" });
    });
    await compareEach(walk, listToCheck, askToCheckPaper);
    await compareEach(walk, listLiveReceived, async (tx, id, at) => {
      const asking = await findReceived(tx, id);
      if (asking !== null && !asking.document.startsWith(`${walk.origin}/`)) await askToLook(tx, asking.document, at);
    });
  };
