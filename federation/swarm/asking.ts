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
  /** With what is left of it, where that can be read. */
  | { readonly kind: "gone"; readonly json: unknown }
  | { readonly kind: "absent" };

/** Asks other instances. Throws `VisitFailed`, when nothing is to be had there for the moment too. */
export interface Questions {
  ask(url: string): Promise<Shown>;
}

/** Asks others, none of them too often: visits wait for their turn, while news is looked at while there is a turn left. */
export interface Asker {
  readonly patient: Questions;
  readonly prompt: Questions & {
    /** Whether the origin may be asked now. */
    mayAsk(url: string): boolean;
  };
}

/** `pause`: on the long average, milliseconds between two questions to one origin. */
export function openAsker(asking: Asking, pause: number = budget.pause): Asker {
  const turns = openTurns(pause);
  const ask = async (url: string, wait: (origin: string) => number) => {
    const origin = originOf(url);
    if (origin === null) throw new VisitFailed("not-readable");
    if (asking.outbound.refuses(url)) throw new VisitFailed("blocked");
    await sleep(wait(origin));
    return read(url, await answerAt(asking, url));
  };
  return {
    patient: { ask: (url) => ask(url, (origin) => turns.take(origin, 10)) },
    prompt: {
      ask: (url) => ask(url, (origin) => turns.take(origin, Number.POSITIVE_INFINITY)),
      mayAsk: (url) => turns.left(originOf(url) ?? url) > 0,
    },
  };
}

/** So many questions at once, of news to look at; and from then on one after each pause. */
const atOnce = 60;
const mostRemembered = 5_000;

function openTurns(pause: number) {
  // When each origin will have had all that it was asked, one question a pause.
  const settled = new Map<string, number>();
  const ahead = (origin: string) => Math.max(0, (settled.get(origin) ?? 0) - Date.now());
  return {
    left: (origin: string) => atOnce - ahead(origin) / pause,
    /** Takes a turn; gives how long to wait for it, so that no more than `most` are ahead. */
    take(origin: string, most: number): number {
      const waits = Math.max(0, ahead(origin) - most * pause);
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
  if (absence === "gone") return { kind: "gone", json: leftOf(answer.body) };
  const type = String(answer.headers["content-type"]);
  if (answer.status !== 200 || !sameOrigin(answer.url, url) || !/^application\/([a-z0-9.+-]+\+)?json\b/i.test(type))
    return { kind: "absent" };
  return { kind: "found", json: jsonOf(answer.body) };
}

/** A page of data sheets has many more values than a message may have; how large it is, is bounded already. */
const mostValues = 200_000;

function leftOf(body: Buffer): unknown {
  try {
    return readJson(body);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return readJson(body, mostValues);
  } catch (cause) {
    if (cause instanceof Refused) throw new VisitFailed("not-readable", { cause });
    throw cause;
  }
}
