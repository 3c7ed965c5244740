import { isIP } from "node:net";
import type { Config } from "../../foundation/config.ts";
import { makeEchoToken } from "../../foundation/echo.ts";
import { type Answer, type Outbound, openOutbound } from "../../foundation/outbound.ts";
import type { Secret } from "../../foundation/secret.ts";
import { checkActor, checkInbox, checkProxy, checkWebfinger, inventedAddress, readEcho } from "./answers.ts";
import { askForCertificates, checkCertificates } from "./certificate.ts";
import { checkClock, type Reading, readDate } from "./clock.ts";
import { type Finding, fault } from "./finding.ts";
import type { Account, Inside } from "./inside.ts";
import { look } from "./look.ts";
import { addressesOf, checkName, checkOrigin, findNamed, isLocal, lookupAsTheWorld, type Named } from "./origin.ts";

/** Comes to ORIGIN the way other servers do: by its public name, past nothing of this machine's own. */
export async function examineOutside(
  config: Config,
  secret: Secret | null,
  inside: Inside,
): Promise<readonly Finding[]> {
  const host = new URL(config.origin).hostname.replace(/^\[|\]$/g, "");
  const named = isIP(host) === 0 ? await findNamed(host) : { world: [host], here: [host] };
  const way = await examineWay(config, host, named);
  const ranges = [...config.allowedPrivateRanges, ...(isLocal(host) ? ["127.0.0.0/8", "::1/128"] : [])];
  const outbound = openOutbound({ ranges, origin: config.origin, resolve: lookupAsTheWorld(host, named) });
  try {
    const answers = blocked(way)
      ? { findings: [], clocks: [] }
      : await examineAnswers(config, secret, inside, outbound);
    const clock = await look("clock", async () =>
      checkClock([...inside.clocks, ...answers.clocks], await askPeers(outbound, inside.peers)),
    );
    return [...way, ...answers.findings, ...clock];
  } finally {
    await outbound.close();
  }
}

// One fault on the way would only be told again by everything behind it.
const blocked = (way: readonly Finding[]): boolean => way.some(({ outcome }) => outcome === "fault");

async function examineWay(config: Config, host: string, named: Named): Promise<readonly Finding[]> {
  const origin = checkOrigin(config);
  const name = isLocal(host) ? [] : [checkName(host, named, config.allowedPrivateRanges)];
  if (blocked(name) || !config.origin.startsWith("https:")) return [origin, ...name];
  const certificate = await look("certificate", async () =>
    checkCertificates(host, await askForCertificates(config.origin, addressesOf(named)), new Date()),
  );
  return [origin, ...name, ...certificate];
}

const activityJson = "application/activity+json";

interface Answered {
  readonly findings: readonly Finding[];
  readonly clocks: readonly Reading[];
}

async function examineAnswers(
  { origin, trustedProxies }: Config,
  secret: Secret | null,
  { account }: Inside,
  outbound: Outbound,
): Promise<Answered> {
  const token = secret === null ? null : makeEchoToken(secret, new Date());
  const asked = Date.now();
  const first = await ask(outbound, `${origin}/healthz${token === null ? "" : `?echo=${token}`}`);
  if (first instanceof Error) return { findings: [silent(origin, first)], clocks: [] };
  const clock = readDate("the server at ORIGIN", asked, first.headers["date"], Date.now());
  const findings = await Promise.all([
    secret === null || token === null ? [] : [judgeEcho(first, secret, token, { origin, trustedProxies })],
    account === null ? [] : look("webfinger", () => askWebfinger(outbound, origin, account)),
    account === null ? [] : look("actor", () => askActor(outbound, account)),
    look("inbox", () => askInbox(outbound, origin)),
  ]);
  return { findings: findings.flat(), clocks: clock === null ? [] : [clock] };
}

function ask(outbound: Outbound, url: string): Promise<Answer | Error> {
  return outbound
    .request(url, { headers: { "x-forwarded-for": inventedAddress }, redirects: 0 })
    .catch((error) => error);
}

function silent(origin: string, { message }: Error): Finding {
  return fault(
    "answer",
    `Nothing answers at ORIGIN: ${message}.`,
    isLocal(new URL(origin).hostname)
      ? "Start Essaim: npm start."
      : "Are Essaim and its proxy running? A router may keep its own network from its public address: then try from elsewhere.",
  );
}

function judgeEcho(
  answer: Answer,
  secret: Secret,
  token: string,
  { origin, trustedProxies }: Pick<Config, "origin" | "trustedProxies">,
): Finding {
  const echo = readEcho(answer, secret, token);
  return "seen" in echo ? checkProxy(echo, origin, trustedProxies) : echo;
}

async function askWebfinger(outbound: Outbound, origin: string, { name, actor }: Account): Promise<Finding> {
  const account = `${name}@${new URL(origin).host}`;
  const url = `${origin}/.well-known/webfinger?resource=${encodeURIComponent(`acct:${account}`)}`;
  return checkWebfinger(await outbound.request(url), account, actor);
}

async function askActor(outbound: Outbound, { actor }: Account): Promise<Finding> {
  return checkActor(await outbound.request(actor, { headers: { accept: activityJson } }), actor);
}

async function askInbox(outbound: Outbound, origin: string): Promise<Finding> {
  const headers = { "content-type": activityJson };
  return checkInbox(await outbound.request(`${origin}/inbox`, { method: "POST", headers, body: "{}" }));
}

/** The clocks of other servers, of those that answer. */
async function askPeers(outbound: Outbound, peers: readonly string[]): Promise<readonly Reading[]> {
  const readings = peers.map(async (peer) => {
    const asked = Date.now();
    const answer = await outbound
      .request(`${peer}/.well-known/nodeinfo`, { deadlineMs: 5_000, redirects: 0 })
      .catch(() => null);
    return answer && readDate(new URL(peer).host, asked, answer.headers["date"], Date.now());
  });
  return (await Promise.all(readings)).filter((reading) => reading !== null);
}
