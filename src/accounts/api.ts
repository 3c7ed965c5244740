import { createRoute, z } from "@hono/zod-openapi";
import { NotFound } from "../foundation/errors.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { words } from "./api-words.ts";
import { createToken, deleteToken, listTokens, type Token, tokenScopes } from "./tokens.ts";

export interface TokensApiDeps extends OnceDeps {
  now(): Date;
}

const { operations } = words.en;
const mine = { tags: ["tokens"], ...needs("admin") };
const paths = { tokens: "/api/v1/tokens", token: "/api/v1/tokens/{id}" };

const TokenShape = z
  .object({
    id: z.string(),
    label: z.string().describe("What it is for, in the words of whoever made it."),
    scope: z.enum(tokenScopes).describe("What it opens; each opens all that those before it do."),
    created: z.iso.datetime(),
    used: z.iso.datetime().nullable().describe("When it was last used, to the minute; null when it never was."),
  })
  .openapi("Token");

const NewToken = z
  .strictObject({ label: z.string().trim().min(1, "some words").max(200), scope: z.enum(tokenScopes) })
  .openapi("NewToken");

const MadeToken = TokenShape.extend({ token: z.string().describe("Shown this once.") }).openapi("MadeToken");

const wanted = { label: "Our website", scope: "offers" as const };
const shown = {
  id: "6f1c3a58-2f5e-4d0b-9c53-8d2a1f7f4a10",
  ...wanted,
  created: "2026-11-24T10:00:00.000Z",
  used: null,
};
const made = { ...shown, token: "essaim_Zx0wA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t" };

const list = createRoute({
  ...{ method: "get", path: paths.tokens, operationId: "listTokens", ...mine, ...operations.listTokens },
  request: { query: Paging },
  responses: {
    200: answers(pageShape(TokenShape), "The tokens, the oldest first", { items: [shown], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const create = createRoute({
  ...{ method: "post", path: paths.tokens, operationId: "createToken", ...mine, ...operations.createToken },
  request: { body: bodyOf(NewToken, wanted), headers: IdempotencyKey },
  responses: { 201: answers(MadeToken, "The token, shown this once", made) },
});

const remove = createRoute({
  ...{ method: "delete", path: paths.token, operationId: "deleteToken", ...mine, ...operations.deleteToken },
  request: { params: z.object({ id: z.uuid().openapi({ example: shown.id }) }) },
  responses: {
    204: { description: "It opens nothing any more" },
    404: refuses("There is no token of this id", ["not-found"]),
  },
});

/** The keys to the JSON API, for whoever may do everything. */
export function tokensApi(deps: TokensApiDeps): Api {
  const { db, secret, now } = deps;
  const api = apiRoutes();
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const found = await listTokens(db, { after: place.read(cursor), limit: limit + 1 });
    const page = goOn(c, found, limit, ({ created, id }) => place.write([created.toISOString(), id]));
    return c.json({ ...page, items: page.items.map(show) }, 200);
  });
  api.openapi(create, (c) =>
    once(c, deps, async (tx) => {
      const asked = { ...c.req.valid("json"), now: now() };
      const { id, token } = await createToken(tx, secret, asked);
      const { label, scope } = asked;
      return c.json({ ...show({ id, label, scope, created: asked.now, used: null }), token }, 201);
    }),
  );
  api.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await db.transaction().execute((tx) => deleteToken(tx, id)))) throw new NotFound(`there is no token ${id}`);
    return c.body(null, 204);
  });
  return api;
}

const place = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

function show({ created, used, ...rest }: Token): z.infer<typeof TokenShape> {
  return { ...rest, created: created.toISOString(), used: used?.toISOString() ?? null };
}
