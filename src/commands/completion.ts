import { Argument, type Command } from "commander";
import { bashCompletion } from "./completion/bash.ts";
import { fishCompletion } from "./completion/fish.ts";
import { readTree } from "./completion/tree.ts";

const shells = { bash: bashCompletion, fish: fishCompletion } as const;

export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("a script that lets a shell complete commands and options")
    .addArgument(new Argument("<shell>", "which shell").choices(Object.keys(shells)))
    .addHelpText(
      "after",
      `
Examples:
  essaim completion bash > ~/.local/share/bash-completion/completions/essaim
  essaim completion fish > ~/.config/fish/completions/essaim.fish`,
    )
    .action((shell: keyof typeof shells) => void process.stdout.write(shells[shell](readTree(program))));
}
