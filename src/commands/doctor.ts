import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { configureLog } from "../foundation/log.ts";
import { harmless, terminalWidth, wrap } from "./columns.ts";
import { examine } from "./doctor/examination.ts";
import type { Finding } from "./doctor/finding.ts";
import { print, Refusal } from "./operate.ts";

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("look at all that goes wrong in real life, and say what to do; changes nothing")
    .option("--mail-to <address>", "also send a letter there, to see whether it arrives", readAddress)
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Asks ORIGIN by its public name: run it where Essaim runs, with its settings.
Ends with 0 when nothing is at fault, warnings or not, and else with 1.

Examples:
  essaim doctor
  essaim doctor --mail-to me@example.org
  essaim doctor --json | jq '.checks[] | select(.outcome == "fault")'`,
    )
    .action(async ({ mailTo }: { readonly mailTo?: string }, command: Command) => {
      await configureLog({ logLevel: "error", logFormat: "text" }, (line) => process.stderr.write(line));
      const checks = await examine(process.env, mailTo ?? null);
      print(command, { text: showFindings(checks, terminalWidth()), json: { outcome: worst(checks), checks } });
      const faults = checks.filter(({ outcome }) => outcome === "fault").length;
      if (faults > 0) throw new Refusal(faults === 1 ? "One thing is at fault." : `${faults} things are at fault.`);
    });
}

/** Findings as people read them: in columns on a terminal of this width, one a line for a pipe. */
export function showFindings(findings: readonly Finding[], width: number | null): string {
  const plain = findings.map((finding) => ({ ...finding, what: harmless(finding.what) }));
  return width === null
    ? plain.map(({ outcome, check, what, todo }) => [outcome, check, what, todo ?? ""].join("\t").trimEnd()).join("\n")
    : plain.flatMap((finding) => showInColumns(finding, width)).join("\n");
}

const marks: Readonly<Record<Finding["outcome"], string>> = { ok: "✓ ok", warning: "! warning", fault: "✗ fault" };
const margin = 25;

function showInColumns({ outcome, check, what, todo }: Finding, width: number): readonly string[] {
  const room = Math.max(width - margin, 30);
  const lines = [...wrap(what, room), ...(todo === null ? [] : wrap(`→ ${todo}`, room))];
  const head = `${marks[outcome].padEnd(11)}${check.padEnd(14)}`;
  return lines.map((line, index) => `${index === 0 ? head : " ".repeat(margin)}${line}`);
}

function worst(findings: readonly Finding[]): Finding["outcome"] {
  const outcomes = ["fault", "warning", "ok"] as const;
  return outcomes.find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? "ok";
}

function readAddress(text: string): string {
  if (z.email().safeParse(text).success) return text;
  throw new InvalidArgumentError("It must be an e-mail address.");
}
