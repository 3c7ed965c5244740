import { Unreachable } from "../../src/foundation/errors.ts";
import { type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import { readBody } from "../actors/answers.ts";

/** What is asked of somebody's own server. */
interface Asked {
  /** Sent as a form, by POST. */
  readonly form?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** What it said; its JSON is null where it said none. */
export interface Told {
  readonly status: number;
  readonly json: unknown;
}

const mostBytes = 256 * 1024;
const longest = 6_000;

/** Asks somebody's own server, and nobody that it points to instead. Throws `Unreachable`, also for where we never go: whoever typed it need not know why. */
export async function askServer(outbound: Outbound, url: string, { form, token }: Asked = {}): Promise<Told> {
  const headers = {
    accept: "application/json",
    ...(form && { "content-type": "application/x-www-form-urlencoded" }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const body = form && { method: "POST" as const, body: new URLSearchParams(form).toString() };
  try {
    const answer = await outbound.request(url, {
      ...{ headers, ...body },
      ...{ redirects: 0, maxBytes: mostBytes, deadlineMs: longest },
    });
    if (isAway(answer.status)) throw new Unreachable(`${new URL(url).host}: ${answer.status}`);
    return { status: answer.status, json: readBody(answer) };
  } catch (error) {
    if (error instanceof RefusedAddress) throw new Unreachable(error.message);
    throw error;
  }
}

// 501: what it has not got.
const isAway = (status: number): boolean => status === 429 || (status >= 500 && status !== 501);
