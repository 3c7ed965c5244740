import type { JsonThing } from "./json.ts";
import { idOf } from "./origins.ts";
import { Refused } from "./refused.ts";

/** What every activity must say: what it is, and who did it. */
export interface Said {
  readonly activity: JsonThing;
  readonly id: string;
  readonly type: string;
  readonly actor: string;
}

/** Reads id, type and the one actor of an activity. Throws `Refused` (400), also when its context gives these words another meaning. */
export function readActivity(json: JsonThing): Said {
  const { signature: _, proof: __, ...activity } = json;
  const id = addressIn(activity["id"], "id");
  const type = listOf(activity["type"])[0];
  if (typeof type !== "string" || type === "") throw new Refused(400, "the activity has no type");
  const actors = listOf(activity["actor"]);
  if (actors.length !== 1) throw new Refused(400, "the activity has not one actor");
  const actor = addressIn(idOf(actors[0]), "actor");
  refuseDisguise(activity);
  return { activity: { ...activity, actor }, id, type, actor };
}

// Ids are keys of our tables: PostgreSQL indexes no longer ones.
function addressIn(value: unknown, name: string): string {
  if (typeof value !== "string" || !URL.canParse(value)) throw new Refused(400, `the activity has no ${name}`);
  if (Buffer.byteLength(value) > 2_048) throw new Refused(400, `the ${name} is too long`);
  return value;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

// JSON-LD may say the same under other names: who reads the activity as such must not find another id or actor.
function refuseDisguise(activity: JsonThing): void {
  const disguised = Object.keys(activity).some(
    (key) => key !== "@context" && (key.startsWith("@") || key === "as:actor" || key.endsWith("activitystreams#actor")),
  );
  const renamed = listOf(activity["@context"]).some(
    (context) => typeof context === "object" && context !== null && redefines(context),
  );
  if (disguised || renamed) throw new Refused(400, "the activity gives plain words another meaning");
}

const meanings: Readonly<Record<string, readonly unknown[]>> = {
  id: ["@id"],
  type: ["@type"],
  actor: ["as:actor", "https://www.w3.org/ns/activitystreams#actor"],
};

function redefines(context: object): boolean {
  return Object.entries(meanings).some(([word, allowed]) => {
    if (!Object.hasOwn(context, word)) return false;
    const given = (context as Record<string, unknown>)[word];
    return !allowed.includes(
      typeof given === "object" && given !== null ? (given as Record<string, unknown>)["@id"] : given,
    );
  });
}
