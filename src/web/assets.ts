import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import { projectPath } from "../foundation/project-path.ts";
import { joined, sheetNames } from "./sheets.ts";

/** Where a browser finds a file of the look: its address changes with its content, so it is kept for ever. */
export function asset(name: string): string {
  return `/assets/${version}/${name}`;
}

/** The pictures of accounts: other servers keep these addresses, so they stay. */
export const actorPicture = (name: string): string => `/assets/actors/${name}.png`;

/** `GET /assets/…`: the joined style sheets, the fonts, the pictures. */
export function assetRoutes(): Hono {
  return new Hono()
    .get("/assets/:version/:folder/:file", (c) => {
      const { version: asked, folder, file } = c.req.param();
      return send(c, `${folder}/${file}`, asked === version ? "public, max-age=31536000, immutable" : "no-cache");
    })
    .get("/assets/actors/:file", (c) => send(c, `img/actor-${c.req.param("file")}`, "public, max-age=86400"));
}

function send(c: Context, name: string, caching: string): Response | Promise<Response> {
  const found = files.get(name);
  if (!found) return c.notFound();
  c.header("content-type", found.type);
  c.header("cache-control", caching);
  // The pictures of shared links and of accounts are shown on other sites.
  if (name.endsWith(".png")) c.header("cross-origin-resource-policy", "cross-origin");
  return c.body(found.body);
}

const types: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
  js: "text/javascript; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const files: ReadonlyMap<string, Asset> = new Map([
  ...sheetNames.map((name): [string, Asset] => [
    `css/${name}.css`,
    { type: "text/css; charset=utf-8", body: bytes(joined(name)) },
  ]),
  ...readFolder("fonts"),
  ...readFolder("img"),
  ...readFolder("scripts"),
]);

const version = hashOf(files);

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

function readFolder(folder: string): [string, Asset][] {
  return readdirSync(projectPath("src", "web", folder)).map((file) => [
    `${folder}/${file}`,
    {
      type: types[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream",
      body: new Uint8Array(readFileSync(projectPath("src", "web", folder, file))),
    },
  ]);
}

function hashOf(all: ReadonlyMap<string, Asset>): string {
  const hash = createHash("sha256");
  for (const [name, { body }] of all) hash.update(name).update(body);
  return hash.digest("base64url").slice(0, 10);
}
