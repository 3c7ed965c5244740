import { type Command, Option } from "commander";
import { createToken, type TokenScope, tokenScopes } from "../accounts/tokens.ts";
import { operate } from "./operate.ts";

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
    .action((options: Options, command: Command) =>
      operate(command, async ({ tx, secret, now }) => {
        const { id, token } = await createToken(tx, secret, { scope: options.scope, label: options.label, now });
        return { text: token, json: { token, id, scope: options.scope, label: options.label } };
      }),
    );
}
