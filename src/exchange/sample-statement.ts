import { type AvailabilityStatement, availabilityStates, type Wave } from "../availability/availability.ts";
import {
  type Fields,
  giveUp,
  keepAside,
  misread,
  takeObject,
  takeObjects,
  takeText,
  takeValue,
  takeWhole,
} from "./fields.ts";
import { readTerritory } from "./sample-territory.ts";

/** What an offer says of its availability; null when it says nothing. An offer that is planned takes nobody in yet. */
export function readStatement(fields: Fields): AvailabilityStatement | null {
  const said = takeObject(fields, "availability");
  const status = takeText(fields, "status");
  if (status === "planned") fields.aside.set("status", status);
  else if (status !== null) misread(fields, "status", "unknown-code", status);
  if (said !== null) return readSaid(said);
  return status === "planned" ? planned : null;
}

const silence = {
  slots: null,
  capacity: null,
  nextOpening: null,
  waves: [],
  approval: null,
  territory: null,
  message: null,
};

const planned: AvailabilityStatement = {
  ...silence,
  state: "paused",
  message: "Cette offre est prévue\u202f; elle n’est pas encore ouverte.",
};

function readSaid(fields: Fields): AvailabilityStatement | null {
  const state = availabilityStates.find((one) => one === fields.open.get("status"));
  if (state === undefined) {
    giveUp(fields, fields.open.has("status") ? "unknown-code" : "missing", "status");
    return null;
  }
  takeValue(fields, "status");
  keepAside(fields, "observed");
  return {
    state,
    slots: takeWhole(fields, "slots"),
    capacity: takeWhole(fields, "capacity"),
    nextOpening: takeDay(fields, "nextOpening"),
    waves: takeObjects(fields, "waves").map(readWave),
    approval: takeText(fields, "approval"),
    territory: readTerritory(takeObject(fields, "territory")),
    message: takeText(fields, "message"),
  };
}

/** The number of places is sometimes said in words ("200 to 300 spaces"). */
function readWave(fields: Fields): Wave {
  const inWords = typeof fields.open.get("planned") === "string" ? takeText(fields, "planned") : null;
  const note = takeText(fields, "note");
  return {
    opens: takeDay(fields, "opens"),
    until: takeDay(fields, "until"),
    places: takeWhole(fields, "planned"),
    note: inWords === null || note === null ? (inWords ?? note) : `${inWords} – ${note}`,
  };
}

const dayOrMonth = /^\d{4}-\d{2}(-\d{2})?$/;

function takeDay(fields: Fields, key: string): string | null {
  const day = takeText(fields, key);
  if (day === null || (dayOrMonth.test(day) && !Number.isNaN(Date.parse(day)))) return day;
  misread(fields, key, "not-a-day", day);
  return null;
}
