import { createRoute, z } from "@hono/zod-openapi";
import type { Database, Reader } from "../foundation/database.ts";
import { type Api, answers, apiRoutes } from "../web/api.ts";
import { words } from "./api-words.ts";
import { StoredProfile } from "./form.ts";
import type { Handle } from "./handles.ts";
import type { Host } from "./host.ts";
import { findHost } from "./queries.ts";

export interface InstanceApiDeps {
  readonly db: Database;
  readonly origin: string;
  readonly version: string;
  now(): Date;
  actorId(actor: Pick<Handle, "id" | "kind">): string;
  /** How much there is to find here, by name. */
  counts(reader: Reader, now: Date): Promise<Readonly<Record<string, number>>>;
}

const { extra: _, ...profile } = StoredProfile.shape;
const HostShape = z
  .object({ ...profile, id: z.string(), handle: z.string(), actor: z.string(), url: z.string() })
  .openapi("Host");

const InstanceShape = z
  .object({
    origin: z.string(),
    software: z.object({ name: z.string(), version: z.string() }),
    actor: z.string(),
    host: HostShape.nullable(),
    counts: z.record(z.string(), z.int()),
  })
  .openapi("Instance");

const read = createRoute({
  ...{ method: "get", path: "/api/v1/instance", operationId: "readInstance", tags: ["instance"] },
  ...words.en.operations.readInstance,
  responses: { 200: answers(InstanceShape, "The host is null before the set-up", example()) },
});

/** What this site is. */
export function instanceApi(deps: InstanceApiDeps): Api {
  const { db, origin, version, now, actorId, counts } = deps;
  const api = apiRoutes();
  api.openapi(read, async (c) => {
    const host = await findHost(db);
    const shown = {
      origin,
      software: { name: "essaim", version },
      actor: actorId({ id: "", kind: "instance" }),
      host: host && showHost(host, deps),
      counts: { ...(await counts(db, now())) },
    };
    return c.json(shown, 200);
  });
  return api;
}

type Addresses = Pick<InstanceApiDeps, "origin" | "actorId">;

function showHost(
  { id, handle, profile: { extra: __, ...rest } }: Pick<Host, "id" | "handle" | "profile">,
  { origin, actorId }: Addresses,
) {
  return { ...rest, id, handle, actor: actorId({ id, kind: "host" }), url: `${origin}/@${handle}` };
}

/** Made by the code that answers, of what a host says at first. */
function example(): z.infer<typeof InstanceShape> {
  const origin = "https://pomme.example";
  const id = "9b2f7c64-0d0e-4a39-8a52-4c1f1f0d6f11";
  const territory = { codes: ["dep:69"], policy: "priority" };
  const profile = StoredProfile.parse({ name: "La Pomme", capabilities: ["hosting"], territory });
  const actorId = () => `${origin}/ap/actors/${id}`;
  return {
    ...{ origin, software: { name: "essaim", version: "0.1.0" }, actor: `${origin}/ap/instance` },
    host: showHost({ id, handle: "la_pomme", profile }, { origin, actorId }),
    counts: { offers: 0, open: 0 },
  };
}
