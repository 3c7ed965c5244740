import { setTimeout as sleep } from "node:timers/promises";
import { budget } from "../../src/catalogue/gossip.ts";
import type { VisitProblem } from "../../src/catalogue/visits.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { type Answer, RefusedAddress } from "../../src/foundation/outbound.ts";
import { absenceOf } from "../actors/answers.ts";
import { type Asking, signedGet } from "../actors/signed-get.ts";
import { readJson } from "../guard/json.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { Refused } from "../guard/refused.ts";

/** A visit cannot go on, for a reason that the desk puts in words. */
export class VisitFailed extends Error {
  override readonly name = "VisitFailed";
  readonly problem: VisitProblem;

  constructor(problem: VisitProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** What stands at an address, as its own origin gives it. */
export type Shown =
  | { readonly kind: "found"; readonly json: unknown }
  | { readonly kind: "gone" }
  | { readonly kind: "absent" };

/** Asks other instances, none of them too often. */
export interface Questions {
  /** Waits for its turn. Throws `VisitFailed`, when nothing is to be had there for the moment too. */
  ask(url: string): Promise<Shown>;
  /** Whether the origin may be asked at once. */
  mayAsk(url: string): boolean;
}

/** `pause`: on the long average, milliseconds between two questions to one origin. */
export function openQuestions(asking: Asking, pause: number = budget.pause): Questions {
  const turns = openTurns(pause);
  return {
    async ask(url) {
      const origin = originOf(url);
      if (origin === null) throw new VisitFailed("not-readable");
      if (asking.outbound.refuses(url)) throw new VisitFailed("blocked");
      await sleep(turns.take(origin));
      return read(url, await answerAt(asking, url));
    },
    mayAsk(url) {
      const origin = originOf(url);
      return origin !== null && turns.wait(origin) === 0;
    },
  };
}

const atOnce = 10;
const mostRemembered = 5_000;

/** A few questions at once, and from then on one after each pause. */
function openTurns(pause: number) {
  // When the origin would have had all that it was asked, one question a pause.
  const settled = new Map<string, number>();
  const wait = (origin: string) => Math.max(0, (settled.get(origin) ?? 0) - Date.now() - (atOnce - 1) * pause);
  return {
    wait,
    take(origin: string): number {
      const waits = wait(origin);
      const from = Math.max(settled.get(origin) ?? 0, Date.now());
      settled.delete(origin);
      settled.set(origin, from + pause);
      const [oldest] = settled.keys();
      if (settled.size > mostRemembered && oldest !== undefined) settled.delete(oldest);
      return waits;
    },
  };
}

const accepted =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams", application/json';

async function answerAt(asking: Asking, url: string): Promise<Answer> {
  try {
    return await signedGet(asking, url, accepted);
  } catch (cause) {
    if (cause instanceof RefusedAddress) throw new VisitFailed("unreachable", { cause });
    if (cause instanceof Unreachable) throw new VisitFailed(isTooLarge(cause) ? "too-large" : "unreachable", { cause });
    throw cause;
  }
}

function isTooLarge({ cause }: Unreachable): boolean {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  return code === "UND_ERR_RES_EXCEEDED_MAX_SIZE" || /larger than/.test(String(message));
}

function read(url: string, answer: Answer): Shown {
  const absence = absenceOf(answer);
  if (absence === "away" || answer.status === 401 || answer.status === 403) throw new VisitFailed("unreachable");
  if (absence === "gone") return { kind: "gone" };
  const type = String(answer.headers["content-type"]);
  if (answer.status !== 200 || !sameOrigin(answer.url, url) || !/^application\/([a-z0-9.+-]+\+)?json\b/i.test(type))
    return { kind: "absent" };
  return { kind: "found", json: jsonOf(answer.body) };
}

/** A page of data sheets has many more values than a message may have; how large it is, is bounded already. */
const mostValues = 200_000;

function jsonOf(body: Buffer): unknown {
  try {
    return readJson(body, mostValues);
  } catch (cause) {
    if (cause instanceof Refused) throw new VisitFailed("not-readable", { cause });
    throw cause;
  }
}
