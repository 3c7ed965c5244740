import { type Command, Option } from "commander";
import { createToken, deleteToken, listTokens, type Token, type TokenScope, tokenScopes } from "../accounts/tokens.ts";
import { type Answer, type Operation, operate, Refusal } from "./operate.ts";

interface Options {
  readonly scope: TokenScope;
  readonly label: string;
}

export function addToken(program: Command): void {
  const token = program
    .command("token")
    .description("keys to the JSON API")
    .addHelpText("after", "\nExample: essaim token create --scope offers");
  token
    .command("create")
    .description("make a key; it is shown this once")
    .addOption(new Option("--scope <scope>", "what it may do").choices(tokenScopes).makeOptionMandatory())
    .option("--label <text>", "what it is for", "command line")
    .option("--json", "print JSON")
    .addHelpText("after", '\nExample: essaim token create --scope offers --label "our website"')
    .action((options: Options, command: Command) => operate(command, (operation) => create(operation, options)));
  token
    .command("list")
    .description("all keys: what each may do, what it is for, when it was last used")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim token list")
    .action((_options, command: Command) => operate(command, list));
  token
    .command("revoke <id>")
    .description("end a key, from now on; `essaim token list` shows its id")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim token revoke 6f1c3a58-2f5e-4d0b-9c53-8d2a1f7f4a10")
    .action((id: string, _options, command: Command) => operate(command, (operation) => revoke(operation, id)));
}

async function create({ tx, secret, now }: Operation, { scope, label }: Options): Promise<Answer> {
  const { id, token } = await createToken(tx, secret, { scope, label, now });
  return { text: token, json: { token, id, scope, label } };
}

async function list({ tx }: Operation): Promise<Answer> {
  const tokens = await listTokens(tx);
  const lines = tokens.map(({ id, scope, used, label }) => `${id}\t${scope}\t${lastUse(used)}\t${label}`);
  const text = lines.length > 0 ? lines.join("\n") : "There is no key yet.";
  return { text, json: { items: tokens.map(show), next: null } };
}

async function revoke({ tx, config }: Operation, id: string): Promise<Answer> {
  const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) && (await deleteToken(tx, id));
  if (!known) throw new Refusal(config.language === "fr" ? `Il n’y a pas de clé ${id}.` : `There is no key ${id}.`);
  return { text: `${id} opens nothing any more.`, json: { id } };
}

const lastUse = (used: Date | null) => used?.toISOString().slice(0, 10) ?? "never used";

function show({ created, used, ...rest }: Token) {
  return { ...rest, created: created.toISOString(), used: used?.toISOString() ?? null };
}
