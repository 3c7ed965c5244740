import type { Argument, Command, Option } from "commander";

/** What can be typed at one place of the command line. */
export interface Place {
  /** The commands that lead here: `queue list`; empty at the start. */
  readonly path: string;
  readonly commands: readonly Word[];
  readonly options: readonly Choice[];
  /** What stands behind the command, in order; the last one may be repeated or not. */
  readonly values: readonly Value[];
}

interface Word {
  readonly name: string;
  readonly description: string;
}

interface Choice extends Word {
  /** `--json`, and a short form where there is one. */
  readonly flags: readonly string[];
  /** What has to follow it; null when nothing does. */
  readonly value: Value | null;
}

/** A word whose content the shell may know. */
interface Value {
  readonly choices: readonly string[];
  readonly file: boolean;
}

/** Every place of a command line, read from the program itself, so that a new command needs no line here. */
export function readTree(program: Command, path: readonly string[] = []): readonly Place[] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const place: Place = {
    path: path.join(" "),
    commands: commands.map((command) => ({ name: command.name(), description: command.description() })),
    options: help.visibleOptions(program).map(readOption),
    values: program.registeredArguments.map(readArgument),
  };
  const below = program.commands.flatMap((command) => readTree(command, [...path, command.name()]));
  return [place, ...below];
}

function readOption(option: Option): Choice {
  const flags = [option.long, option.short].filter((flag) => flag != null);
  const value =
    option.required || option.optional ? { choices: option.argChoices ?? [], file: isFile(option.flags) } : null;
  return { name: option.name(), description: option.description, flags, value };
}

function readArgument(argument: Argument): Value {
  return { choices: argument.argChoices ?? [], file: isFile(`<${argument.name()}>`) };
}

// <file>, <file|url>, or <path>.
const isFile = (placeholder: string): boolean => /[<[](file|path)\b/.test(placeholder);
