import type { Command } from "commander";
import { cutOff, meetAgain } from "../catalogue/blocking.ts";
import { showBlock, showPeer } from "../peers/api-shapes.ts";
import { readDomain } from "../peers/block.ts";
import { blockDomain, unblockDomain } from "../peers/block-changes.ts";
import { approvePeer, askPeer, rejectPeer } from "../peers/changes.ts";
import { directionOf, type Peer, stateOf } from "../peers/peer.ts";
import { findBlock, findPeer, findPeerByOrigin, listPeers } from "../peers/queries.ts";
import { refusalWords, words } from "../peers/words.ts";
import { openElsewhere } from "../site-network.ts";
import { type Answer, type Operation, operate, orRefuse, print, Refusal, settings, withInstance } from "./operate.ts";

const beyond = { cutOff, meetAgain };

export function addPeer(program: Command): void {
  const peer = program
    .command("peer")
    .description("other instances: who follows whom, and who is blocked")
    .addHelpText("after", "\nExample: essaim peer list");
  addFollow(peer);
  add(peer, "list", "all that this instance knows, blocked ones too", "essaim peer list", list);
  const named = "https://other.example";
  add(peer, "approve <peer>", "let an instance that asked follow this one", `essaim peer approve ${named}`, (...of) =>
    decide(approvePeer, ...of),
  );
  add(
    peer,
    "reject <peer>",
    "refuse an instance that asked, or follows already",
    `essaim peer reject ${named}`,
    (...of) => decide(rejectPeer, ...of),
  );
  addBlock(peer);
  add(peer, "unblock <domain>", "hear and reach a domain again", "essaim peer unblock bad.example", unblock);
}

function add(
  peer: Command,
  name: string,
  description: string,
  example: string,
  act: (operation: Operation, argument: string) => Promise<Answer>,
): void {
  peer
    .command(name)
    .description(description)
    .option("--json", "print JSON")
    .addHelpText("after", `\nExample: ${example}`)
    .action((...typed: unknown[]) => {
      const command = typed.at(-1) as Command; // commander gives the arguments, the options and the command
      return operate(command, (operation) => act(operation, command.args[0] ?? ""));
    });
}

function addFollow(peer: Command): void {
  peer
    .command("follow <url>")
    .description("ask to follow the instance at an address; approved once its people agree")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim peer follow https://other.example")
    .action((url: string, _options, command: Command) => follow(command, url));
}

/** The other instance is looked for before anything is written. */
async function follow(command: Command, url: string): Promise<void> {
  const config = settings();
  await withInstance(config, async (db, secret) => {
    const elsewhere = await openElsewhere(config, db, secret);
    try {
      const instance = orRefuse(await elsewhere.findInstance(url), (reason) => refusalWords(reason, config.language));
      const asked = await db.transaction().execute((tx) => askPeer(tx, instance, new Date()));
      const peer = orRefuse(asked, (reason) => refusalWords(reason, config.language));
      print(command, { text: lineOf(peer, config.language), json: showPeer(peer) });
    } finally {
      await elsewhere.outbound.close();
    }
  });
}

async function list({ tx, config }: Operation): Promise<Answer> {
  const peers = await listPeers(tx);
  const lines = peers.map((peer) => lineOf(peer, config.language));
  return {
    text: lines.length > 0 ? lines.join("\n") : "There is no other instance yet.",
    json: { items: peers.map(showPeer), next: null },
  };
}

async function decide(act: typeof approvePeer, operation: Operation, typed: string): Promise<Answer> {
  const { tx, config, now } = operation;
  const { id } = await needPeer(operation, typed);
  const peer = orRefuse(await act(tx, id, now), (reason) => words[config.language].refusals[reason]);
  return { text: lineOf(peer, config.language), json: showPeer(peer) };
}

/** By its id, or by its address, which is easier to remember. */
async function needPeer({ tx, config }: Operation, typed: string): Promise<Peer> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed);
  const origin = URL.canParse(typed) ? new URL(typed).origin : `https://${typed}`;
  const peer = isId ? await findPeer(tx, typed) : await findPeerByOrigin(tx, origin);
  if (peer) return peer;
  throw new Refusal(
    config.language === "fr"
      ? `Nous ne connaissons pas le site « ${typed} ». essaim peer list les montre tous.`
      : `We do not know the site “${typed}”. essaim peer list shows them all.`,
  );
}

function addBlock(peer: Command): void {
  peer
    .command("block <domain>")
    .description("refuse all that comes from a domain or goes there, subdomains included")
    .option("--reason <text>", "why, for those who look after this instance")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim peer block bad.example --reason spam")
    .action((domain: string, { reason }: { readonly reason?: string }, command: Command) =>
      operate(command, async ({ tx, config, now }) => {
        const wanted = { domain, origin: config.origin, now, beyond, ...(reason !== undefined && { reason }) };
        const block = orRefuse(await blockDomain(tx, wanted), (why) => words[config.language].refusals[why]);
        return { text: `${block.domain}: ${words[config.language].states.blocked}`, json: showBlock(block) };
      }),
    );
}

async function unblock({ tx, config, now }: Operation, typed: string): Promise<Answer> {
  const block = await findBlock(tx, readDomain(typed) ?? typed);
  if (block === null) {
    throw new Refusal(
      config.language === "fr" ? `Le domaine « ${typed} » n’est pas bloqué.` : `The domain “${typed}” is not blocked.`,
    );
  }
  await unblockDomain(tx, block.id, { now, beyond });
  return { text: `${block.domain}: ${words[config.language].unblocked}`, json: showBlock(block) };
}

function lineOf(peer: Peer, language: Operation["config"]["language"]): string {
  const { states, directions } = words[language];
  return `${peer.id}\t${peer.origin}\t${states[stateOf(peer)]}\t${directions[directionOf(peer)]}\t${peer.name}`;
}
