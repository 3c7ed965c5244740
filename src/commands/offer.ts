import { type Command, Option } from "commander";
import { findAvailability } from "../availability/queries.ts";
import { publishOffer, withdrawOffer } from "../offers/changes.ts";
import type { OfferState } from "../offers/offer.ts";
import { listOffers } from "../offers/queries.ts";
import { words } from "../offers/words.ts";
import { type Answer, type Operation, operate, orRefuse } from "./operate.ts";
import { needOffer, showOffer } from "./shown-offer.ts";

export function addOffer(program: Command): void {
  const offer = program
    .command("offer")
    .description("what this host proposes")
    .addHelpText("after", "\nExample: essaim offer list");
  offer
    .command("list")
    .description("all offers, drafts and withdrawn ones too")
    .addOption(new Option("--state <state>", "only those").choices(["draft", "published", "withdrawn"]))
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim offer list --state draft")
    .action((options: { readonly state?: OfferState }, command: Command) =>
      operate(command, (operation) => list(operation, options.state)),
    );
  offer
    .command("publish <slug>")
    .description("show an offer to everyone and tell those who follow")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim offer publish mail-and-cloud")
    .action((slug: string, _options, command: Command) =>
      operate(command, (operation) => change(operation, slug, publishOffer)),
    );
  offer
    .command("withdraw <slug>")
    .description("end an offer for good; its page then says so")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim offer withdraw mail-and-cloud")
    .action((slug: string, _options, command: Command) =>
      operate(command, (operation) => change(operation, slug, withdrawOffer)),
    );
}

async function list({ tx, config, now }: Operation, state: OfferState | undefined): Promise<Answer> {
  const offers = await listOffers(tx, state ? { states: [state] } : {});
  const shown = [];
  for (const offer of offers) shown.push(showOffer(offer, await findAvailability(tx, offer.id), config.origin, now));
  const lines = shown.map(
    ({ slug, state, availability, title }) => `${slug}\t${state}\t${availability.state}\t${title}`,
  );
  return { text: lines.length > 0 ? lines.join("\n") : "There is no offer yet.", json: { items: shown, next: null } };
}

async function change(operation: Operation, slug: string, act: typeof publishOffer): Promise<Answer> {
  const { tx, config, now } = operation;
  const offer = await needOffer(operation, slug);
  const changed = orRefuse(await act(tx, slug, now), (reason) => words[config.language].refusals[reason]);
  const shown = showOffer(changed, await findAvailability(tx, offer.id), config.origin, now);
  return { text: `${shown.title}: ${shown.state}, ${shown.url}`, json: shown };
}
