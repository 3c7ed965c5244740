import { createRoute } from "@hono/zod-openapi";
import type { Database, Reader } from "../foundation/database.ts";
import { AvailabilityShape } from "../offers/api-shapes.ts";
import { bySlug, findVisible } from "../offers/api-shown.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { Problem } from "../web/problem.ts";
import { IfMatch, tagOf, versionOf } from "../web/versions.ts";
import { words as apiWords } from "./api-words.ts";
import { type AvailabilityRefusal, type KeptAvailability, shownState, takesIn } from "./availability.ts";
import { changeAvailability } from "./changes.ts";
import { AvailabilityInput } from "./form.ts";
import { findAvailability, listAvailabilities } from "./queries.ts";
import { words } from "./words.ts";

export interface AvailabilityApiDeps {
  readonly db: Database;
  now(): Date;
}

const { readAvailability, sayAvailability } = apiWords.en.operations;
const path = "/api/v1/offers/{slug}/availability";
const tags = ["availability"];
const missing = refuses("There is no such offer", ["not-found"]);

const asked = { state: "open" as const, slots: 7 };
const example = {
  ...{ ...asked, capacity: null, nextOpening: null, waves: [], approval: null, territory: null, message: null },
  ...{ confirmed: "2026-11-24T10:00:00.000Z", expires: "2027-01-23T10:00:00.000Z" },
};
const shown = answers(AvailabilityShape, "What the host last said; unknown once that is too old", example);

const read = createRoute({
  ...{ method: "get", path, operationId: "readAvailability", tags, ...readAvailability },
  request: { params: bySlug },
  responses: { 200: shown, 404: missing },
});

const say = createRoute({
  ...{ method: "put", path, operationId: "sayAvailability", tags, ...sayAvailability },
  ...needs("offers"),
  request: { params: bySlug, body: bodyOf(AvailabilityInput, asked), headers: IfMatch },
  responses: {
    200: shown,
    404: missing,
    409: refuses("The offer is withdrawn", ["offer-is-withdrawn"]),
    422: refuses("What was said cannot be accepted", [
      ...["invalid", "next-opening-missing", "next-opening-in-the-past"],
      ...["slots-exceed-capacity", "slots-without-places", "no-places-left", "part-closed"],
    ]),
  },
});

/** Who can still get in, offer by offer. */
export function availabilityApi({ db, now }: AvailabilityApiDeps): Api {
  const api = apiRoutes();
  api.openapi(read, async (c) => {
    const { id } = await findVisible(db, c.req.valid("param").slug, c.get("scope"));
    const said = await findAvailability(db, id);
    const body = showAvailability(said, now());
    return c.json(body, 200, tagOf(said?.version ?? 0, body));
  });
  api.openapi(say, async (c) => {
    const { slug } = c.req.valid("param");
    const statement = c.req.valid("json");
    const saying = { now: now(), ...versionOf(c) };
    const outcome = await db.transaction().execute((tx) => changeAvailability(tx, slug, statement, saying));
    if (!outcome.done) throw problemOf(outcome.reason);
    const body = showAvailability(outcome.value, now());
    return c.json(body, 200, tagOf(outcome.value.version, body));
  });
  return api;
}

/** For the API of offers, which shows each with its availability. */
export async function availabilitiesOf(
  reader: Reader,
  offers: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, AvailabilityShape>> {
  const said = await listAvailabilities(reader, offers);
  return new Map(offers.map((id) => [id, showAvailability(said.get(id) ?? null, now)]));
}

/** How many offers there are for everyone, and how many of them take someone in now. */
export async function countOpenOffers(reader: Reader, now: Date): Promise<{ offers: number; open: number }> {
  const rows = await reader.selectFrom("offers").select("id").where("state", "=", "published").execute();
  const said = await listAvailabilities(reader);
  const open = rows.filter(({ id }) => takesIn(shownState(said.get(id) ?? null, now)));
  return { offers: rows.length, open: open.length };
}

function showAvailability(availability: KeptAvailability | null, now: Date): AvailabilityShape {
  const { waves, territory, confirmed, expires } = availability ?? nothing;
  return {
    state: shownState(availability, now),
    slots: availability?.slots ?? null,
    capacity: availability?.capacity ?? null,
    nextOpening: availability?.nextOpening ?? null,
    waves: waves.map((wave) => ({ ...wave })),
    approval: availability?.approval ?? null,
    territory: territory && { codes: [...territory.codes], policy: territory.policy },
    message: availability?.message ?? null,
    confirmed: confirmed?.toISOString() ?? null,
    expires: expires?.toISOString() ?? null,
  };
}

const nothing = { waves: [], territory: null, confirmed: null, expires: null };

function problemOf(reason: AvailabilityRefusal): Problem {
  const sentence = words.en.refusals[reason];
  if (reason === "offer-is-withdrawn") return new Problem(409, reason, sentence);
  return new Problem(422, reason, sentence, { errors: [{ path: fields[reason], reason: sentence, code: reason }] });
}

const fields: Readonly<Record<Exclude<AvailabilityRefusal, "offer-is-withdrawn">, string>> = {
  "next-opening-missing": "nextOpening",
  "next-opening-in-the-past": "nextOpening",
  "slots-exceed-capacity": "slots",
  "slots-without-places": "slots",
  "no-places-left": "slots",
  "no-statement-yet": "",
  "part-closed": "state",
};
