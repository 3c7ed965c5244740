import { type Command, InvalidArgumentError, Option } from "commander";
import { activityIri } from "../../federation/addresses.ts";
import { drop } from "../../federation/delivery/deliveries.ts";
import {
  type DeliveryFilter,
  type DeliveryState,
  deliveryStates,
  listDeliveries,
  listDeliveryIds,
  type StoredDelivery,
  tryNow,
} from "../../federation/delivery/stored-deliveries.ts";
import { harmless, terminalWidth } from "./columns.ts";
import { type Answer, type Operation, operate, Refusal, WrongUsage } from "./operate.ts";

interface Filter {
  readonly state?: DeliveryState;
  readonly peer?: string;
}

interface Page extends Filter {
  readonly limit: number;
  readonly after?: number;
}

interface Choice extends Filter {
  readonly all?: true;
}

export function addQueue(program: Command): void {
  const queue = program
    .command("queue")
    .description("what did not reach other servers at once")
    .addHelpText("after", "\nExample: essaim queue list --state failed");
  filtered(queue.command("list"))
    .description(
      "deliveries that were given up (failed), wait for their next try, or are held while their server is down",
    )
    .option("--limit <number>", "as many at most", readCount, 100)
    .option("--after <id>", "those after this one: `next` of the list before", readCount)
    .addHelpText(
      "after",
      "\nExamples:\n  essaim queue list --state failed\n  essaim queue list --peer https://b.example --json",
    )
    .action((page: Page, command: Command) => operate(command, (operation) => list(operation, page)));
  addVerb(queue, "retry", "send at once what waits, and anew for 14 days what was given up", tryNow);
  addVerb(queue, "drop", "give up for good, whatever its state", drop);
}

function addVerb(queue: Command, name: "retry" | "drop", description: string, act: typeof drop): void {
  filtered(queue.command(name))
    .description(description)
    .argument("[id]", "the delivery's number in the list")
    .option(
      "--all",
      `all that were given up${name === "retry" ? ", with --peer all that wait for it too" : ""}; others with --state`,
    )
    .addHelpText(
      "after",
      `\nExamples:\n  essaim queue ${name} 12\n  essaim queue ${name} --all --peer https://b.example`,
    )
    .action((id: string | undefined, choice: Choice, command: Command) =>
      operate(command, async (operation) => {
        const done = await forEach(operation, await idsOf(operation, id, choice, name), act);
        const verb = name === "retry" ? "will be tried now" : "given up for good";
        return {
          text: `${done.length} ${done.length === 1 ? "delivery" : "deliveries"} ${verb}.`,
          json: { ids: done },
        };
      }),
    );
}

function filtered(command: Command): Command {
  return command
    .addOption(new Option("--state <state>", "only those").choices(deliveryStates))
    .option("--peer <origin>", "only those to this server: https://b.example", readOrigin)
    .option("--json", "print JSON");
}

const filterOf = ({ state, peer }: Filter, states: readonly DeliveryState[]): DeliveryFilter => ({
  states: state === undefined ? states : [state],
  ...(peer === undefined ? {} : { origin: peer }),
});

async function list({ tx, config }: Operation, page: Page): Promise<Answer> {
  const { items, next } = await listDeliveries(tx, filterOf(page, deliveryStates), page);
  const width = terminalWidth();
  const lines = items.map((item) => (width === null ? onOneLine(item) : onTwoLines(item)));
  const more = next === null || width === null ? [] : [`There are more: essaim queue list --after ${next}`];
  return {
    text: items.length > 0 ? [...lines, ...more].join("\n") : "Nothing waits and nothing was given up.",
    json: { items: items.map((item) => shown(item, config.origin)), next: next === null ? null : String(next) },
  };
}

function shown({ id, outgoing, origin, firstTry, nextTry, ...rest }: StoredDelivery, site: string) {
  return {
    ...{ id: String(id), activity: activityIri(site, outgoing), peer: origin, ...rest },
    ...{ firstTry: firstTry.toISOString(), nextTry: nextTry?.toISOString() ?? null },
  };
}

function onOneLine(delivery: StoredDelivery): string {
  const { id, state, type, attempts, nextTry, inbox } = delivery;
  return [id, state, type, attempts, lastAnswer(delivery), nextTry?.toISOString() ?? "", inbox].join("\t");
}

function onTwoLines(delivery: StoredDelivery): string {
  const { id, state, type, attempts, firstTry, nextTry, inbox } = delivery;
  const next = nextTry === null ? "" : `, next ${minute(nextTry)}`;
  const tried = `${attempts} tries since ${minute(firstTry)}: ${lastAnswer(delivery)}${next}`;
  return `${String(id).padEnd(6)} ${state.padEnd(8)} ${type} to ${inbox}\n       ${tried}`;
}

const lastAnswer = ({ problem }: StoredDelivery): string => harmless(problem ?? "no answer yet");

const minute = (when: Date): string => `${when.toISOString().slice(0, 16).replace("T", " ")} UTC`;

async function idsOf(
  { tx }: Operation,
  id: string | undefined,
  choice: Choice,
  verb: "retry" | "drop",
): Promise<readonly number[]> {
  if ((id === undefined) === (choice.all !== true))
    throw new WrongUsage("Name one delivery by its number, or all with --all.");
  if (id !== undefined) return [readCount(id)];
  // Of a server that has come back, all that waits for it is meant.
  const back = verb === "retry" && choice.peer !== undefined;
  return listDeliveryIds(tx, filterOf(choice, back ? deliveryStates : ["failed"]));
}

async function forEach({ tx }: Operation, ids: readonly number[], act: typeof drop): Promise<readonly string[]> {
  for (const id of ids)
    if (!(await act(tx, id))) throw new Refusal(`There is no delivery ${id} that waits or was given up.`);
  return ids.map(String);
}

function readCount(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number.");
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new InvalidArgumentError("It must be an address like https://b.example.");
}
