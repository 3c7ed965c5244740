import { Argument, type Command, InvalidArgumentError } from "commander";
import { type Availability, type AvailabilityState, availabilityStates } from "../availability/availability.ts";
import { changeAvailability } from "../availability/changes.ts";
import { findAvailability } from "../availability/queries.ts";
import { words } from "../availability/words.ts";
import { type Answer, type Operation, operate, orRefuse } from "./operate.ts";
import { needOffer, showOffer } from "./shown-offer.ts";

interface Options {
  readonly slots?: number;
  readonly capacity?: number;
  readonly nextOpening?: string;
  readonly message?: string;
}

export function addAvailability(program: Command): void {
  const availability = program
    .command("availability")
    .description("who can still get in")
    .addHelpText("after", "\nExample: essaim availability set mail-and-cloud closed");
  availability
    .command("set")
    .description("say whether an offer takes in new people, and tell those who follow")
    .argument("<offer>", "the offer's slug")
    .addArgument(new Argument("<state>", "what holds now").choices(availabilityStates))
    .option("--slots <number>", "places left", readCount)
    .option("--capacity <number>", "places in all", readCount)
    .option("--next-opening <day>", "when it opens next: 2027-03-01", readDay)
    .option("--message <text>", "in your own words")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim availability set mail-and-cloud open --slots 7")
    .action((slug: string, state: AvailabilityState, options: Options, command: Command) =>
      operate(command, (operation) => set(operation, slug, state, options)),
    );
}

async function set(operation: Operation, slug: string, state: AvailabilityState, options: Options): Promise<Answer> {
  const { tx, config, now } = operation;
  const offer = await needOffer(operation, slug);
  const before = await findAvailability(tx, offer.id);
  const statement = {
    state,
    slots: options.slots ?? null,
    capacity: options.capacity ?? capacityLeft(before, options),
    nextOpening: options.nextOpening ?? null,
    waves: before?.waves ?? [],
    approval: before?.approval ?? null,
    territory: before?.territory ?? null,
    message: options.message ?? null,
  };
  orRefuse(await changeAvailability(tx, slug, statement, { now }), (reason) => words[config.language].refusals[reason]);
  const shown = showOffer(offer, await findAvailability(tx, offer.id), config.origin, now);
  return { text: `${shown.title}: ${words[config.language].states[state]}`, json: shown };
}

// A capacity that was said once holds until more places than that are left.
function capacityLeft(before: Availability | null, { slots = 0 }: Options): number | null {
  const capacity = before?.capacity ?? null;
  return capacity !== null && capacity < slots ? null : capacity;
}

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number.");
}

function readDay(text: string): string {
  const read = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text))
    return text;
  throw new InvalidArgumentError("It must be a day like 2027-03-01.");
}
