import type { Command } from "commander";
import { type Config, readConfig } from "../foundation/config.ts";
import type { Database, Transaction } from "../foundation/database.ts";
import { configureLog } from "../foundation/log.ts";
import { listPendingMigrations, migrate } from "../foundation/migrate.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { closingAfter, openInstance, withDatabase } from "./instance.ts";

/** What a command works with: one transaction of the instance, which the running worker hears of once it commits. */
export interface Operation {
  readonly tx: Transaction;
  readonly secret: Secret;
  readonly config: Config;
  readonly now: Date;
}

/** What a command prints: for people, and with `--json` for scripts. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
}

/** What was asked cannot be done, in a sentence; nothing is kept of it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What was typed cannot be understood, in a sentence. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** The value of what was done; a refusal ends the command with its sentence. */
export function orRefuse<Value, Reason>(outcome: Outcome<Value, Reason>, sentence: (reason: Reason) => string): Value {
  if (outcome.done) return outcome.value;
  throw new Refusal(sentence(outcome.reason));
}

/** Does what a command asks in one transaction and prints the answer, beside a running instance or without one. */
export async function operate(command: Command, act: (operation: Operation) => Promise<Answer>): Promise<void> {
  const config = settings();
  await withInstance(config, async (db, secret) => {
    const answer = await db.transaction().execute((tx) => act({ tx, secret, config, now: new Date() }));
    print(command, answer);
  });
}

/** Prints an answer the way the command line was asked to. */
export function print(command: Command, answer: Answer): void {
  const asJson = command.optsWithGlobals()["json"] === true;
  process.stdout.write(asJson ? `${JSON.stringify(answer.json)}\n` : `${answer.text}\n`);
}

/** Opens the instance's database, up to date, for the time of `act`; Ctrl-C leaves it in order too. */
export async function withInstance(
  config: Config,
  act: (db: Database, secret: Secret, applied: readonly string[]) => Promise<void>,
): Promise<void> {
  await configureLog(config, (line) => process.stderr.write(line));
  const instance = await openInstance(config);
  await closingAfter(instance.close, () =>
    withDatabase(instance.databaseUrl, async (db, pool) => {
      const pending = await listPendingMigrations(db);
      const applied = pending.length > 0 ? await migrate(db, pool) : [];
      await act(db, instance.secret, applied);
    }),
  );
}

/** The settings of the environment; what is wrong with them is wrong usage. */
export function settings(): Config {
  const read = readConfig(process.env);
  if (read.done) return read.value;
  throw new WrongUsage(read.reason.join("\n"));
}
