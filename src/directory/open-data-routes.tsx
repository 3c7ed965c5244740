import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { TooMany } from "../foundation/errors.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { slugOf } from "../offers/offer.ts";
import { isKnown, showIfChanged } from "../web/conditional.ts";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { readFilters } from "./filters.ts";
import { normalFilters, searchOf } from "./normal-form.ts";
import { findDataVersion, shownHosts, type Wanted } from "./open-data.ts";
import { license, writeCsv, writeJson } from "./open-data-files.ts";
import { OpenDataPage } from "./open-data-page.tsx";

type Env = { Bindings: { readonly client?: string } };

/** `/directory.json`, `/directory.csv`: all that the directory shows, for whoever wants to work with it; `/directory/data` says how. */
export function openDataRoutes(deps: PageDeps): Hono<Env> {
  const limit = openLimit(quotas.openData);
  const counted = async (c: Context<Env>) => {
    const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
    if (!exceeded) return;
    c.header("retry-after", String(reset));
    throw new TooMany("too many downloads");
  };
  return new Hono<Env>()
    .get("/directory.json", async (c) => {
      const type = "application/json; charset=utf-8";
      return send(deps, c, { type, counted, write: (wanted) => writeJson(deps.db, deps.origin, wanted) });
    })
    .get("/directory.csv", async (c) => {
      c.header("content-disposition", 'inline; filename="directory.csv"');
      return send(deps, c, { type: "text/csv; charset=utf-8", counted, write: (wanted) => writeCsv(deps.db, wanted) });
    })
    .get("/directory.librehost.json", (c) => showLibrehosts(deps, c))
    .get("/directory/data", async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <OpenDataPage frame={frame} />);
    });
}

interface File {
  readonly type: string;
  counted(c: Context<Env>): Promise<void>;
  write(wanted: Wanted): AsyncGenerator<string>;
}

async function send(deps: PageDeps, c: Context<Env>, { type, counted, write }: File): Promise<Response> {
  const filters = normalFilters(readFilters(new URL(c.req.url).searchParams));
  const wanted = { filters, since: sinceAsked(c), now: deps.now() };
  openToAll(c);
  const version = `${c.req.path} ${searchOf(filters)} ${c.req.query("since") ?? ""} ${await findDataVersion(deps.db, wanted.now)}`;
  const etag = `"${createHash("sha256").update(version).digest("base64url").slice(0, 22)}"`;
  // A weak one: the moment at which it was written stands in it too.
  c.header("etag", `W/${etag}`);
  if (isKnown(c, etag)) return c.body(null, 304);
  await counted(c);
  return c.body(streamOf(write(wanted)), 200, { "content-type": type });
}

function openToAll(c: Context): void {
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  c.header("cache-control", "no-cache");
  c.header("link", `<${license.url}>; rel="license"`);
}

const Since = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));

function sinceAsked(c: Context): Date | null {
  const asked = c.req.query("since");
  if (asked === undefined || asked === "") return null;
  const read = Since.safeParse(asked);
  if (!read.success) throw new HTTPException(400);
  return read.data;
}

/** A piece is made when the one before has left: whoever reads slowly keeps nothing waiting here but one piece. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** The directory as LibreHosters have it: a name, and where that host describes itself. */
async function showLibrehosts(deps: PageDeps, c: Context): Promise<Response> {
  const hosts = await shownHosts(deps.db)
    .select(["catalogueHosts.origin", "instances.name", "catalogueHosts.handle"])
    .orderBy("catalogueHosts.actor")
    .execute();
  const listed = new Map<string, string>();
  for (const { origin, name, handle } of hosts) {
    const plain = slugOf(name ?? handle) || handle;
    listed.set(listed.has(plain) ? `${plain}-${slugOf(new URL(origin).host)}` : plain, `${origin}/librehost.json`);
  }
  openToAll(c);
  return showIfChanged(c, `${JSON.stringify(Object.fromEntries(listed), null, 2)}\n`, "application/json");
}
