import { isIP } from "node:net";
import { type ConnectionOptions, connect, type TLSSocket } from "node:tls";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** A certificate as it was shown at one address. */
export interface Shown {
  readonly address: string;
  readonly expires: Date;
  /** Why nobody would trust it; null when all is well with it. */
  readonly problem: string | null;
}

/** An address where no certificate was to be had. */
export interface Silent {
  readonly address: string;
  readonly problem: string;
}

/** Asks each address of ORIGIN for the certificate that it shows others. */
export async function askForCertificates(
  origin: string,
  addresses: readonly string[],
): Promise<readonly (Shown | Silent)[]> {
  const { hostname, port } = new URL(origin);
  const name = hostname.replace(/^\[|\]$/g, "");
  const servername = isIP(name) === 0 ? { servername: name } : {};
  const asked = addresses
    .slice(0, 4)
    .map((address) =>
      ask({ ...servername, host: address, port: Number(port || 443), rejectUnauthorized: false, timeout: 5_000 }),
    );
  return Promise.all(asked);
}

/** Whether others trust what stands at ORIGIN, now and in two weeks. */
export function checkCertificates(name: string, answers: readonly (Shown | Silent)[], now: Date): Finding {
  const shown = answers.filter((answer) => "expires" in answer);
  const silent = answers.filter((answer): answer is Silent => !("expires" in answer) && !isNoRoute(answer, shown));
  const [quiet] = silent;
  if (quiet) {
    const what = `Nobody answers https at ${quiet.address} (${quiet.problem}).`;
    const todo =
      "Let the proxy listen there and the firewall let it through; remove DNS records of addresses that are not in use.";
    return shown.length > 0 ? warning("certificate", what, todo) : fault("certificate", what, todo);
  }
  const bad = shown.find(({ problem }) => problem !== null);
  if (bad?.problem) return fault("certificate", ...explain(name, bad.problem, bad.expires));
  const ends = new Date(Math.min(...shown.map(({ expires }) => expires.getTime())));
  const days = Math.floor((ends.getTime() - now.getTime()) / 86_400_000);
  return days < 14
    ? warning("certificate", `The certificate expires in ${days} days.`, renew)
    : fine("certificate", `The certificate of ${name} is good until ${ends.toISOString().slice(0, 10)}.`);
}

const renew = "See why it is not renewed: Caddy renews by itself, for others `certbot renew --dry-run` shows it.";

// A machine without IPv6 cannot ask an IPv6 address; others can.
function isNoRoute({ problem }: Silent, shown: readonly Shown[]): boolean {
  return shown.length > 0 && /ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT/.test(problem);
}

function explain(name: string, problem: string, expires: Date): [what: string, todo: string] {
  if (problem === "CERT_HAS_EXPIRED")
    return [`The certificate expired on ${expires.toISOString().slice(0, 10)}.`, renew];
  if (problem === "ERR_TLS_CERT_ALTNAME_INVALID")
    return [
      `The certificate is for another name than ${name}.`,
      `Let the proxy get one for ${name}, or set ORIGIN to the name it serves.`,
    ];
  if (problem === "UNABLE_TO_VERIFY_LEAF_SIGNATURE")
    return [
      "The certificate comes without the one that vouches for it.",
      "Give the proxy the whole chain: fullchain.pem, not cert.pem.",
    ];
  return [
    `Nobody vouches for the certificate (${problem}).`,
    "Get one from an authority that everyone trusts; Let's Encrypt gives them for free.",
  ];
}

function ask(options: ConnectionOptions & { readonly host: string }): Promise<Shown | Silent> {
  return new Promise((resolve) => {
    const socket = connect(options, () => resolve(read(socket, options.host)));
    const fail = (problem: string) => resolve({ address: options.host, problem });
    socket.on("timeout", () => socket.destroy(new Error("no answer in time")));
    socket.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    socket.on("close", () => fail("it hung up"));
  });
}

function read(socket: TLSSocket, address: string): Shown {
  const expires = new Date(socket.getPeerCertificate().valid_to);
  const problem = socket.authorized ? null : String(socket.authorizationError);
  socket.destroy();
  return { address, expires, problem };
}
