import "temporal-polyfill/global";
import { setTimeout as pause } from "node:timers/promises";
import { getLogger } from "@logtape/logtape";
import { type Config, readConfig } from "../foundation/config.ts";
import { becomeServer } from "../foundation/embedded-postgres.ts";
import { configureLog } from "../foundation/log.ts";
import { migrate } from "../foundation/migrate.ts";
import { buildSite } from "../site.ts";
import { type Instance, openInstance, withDatabase } from "./instance.ts";
import { sentenceOf } from "./sentences.ts";
import { makeSetupLink } from "./setup-link.ts";

/** Runs one process of this site until it is told to end, which takes 10 s at most. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment);
  if (!read.done) return end(2, read.reason.join("\n"));
  await configureLog(read.value, (line) => process.stdout.write(line));
  const closings: Closing[] = [];
  const starting = start(read.value, closings);
  endOnSignals(starting, closings);
  try {
    await starting;
  } catch (error) {
    log.debug("the start failed: {error}", { error });
    await close(closings);
    end(1, sentenceOf(error));
  }
}

type Closing = () => Promise<void>;

const log = getLogger(["essaim", "process"]);

async function start(config: Config, closings: Closing[]): Promise<void> {
  if (config.databaseUrl === null) closings.push(await beTheOnlyServer(config));
  const instance = await openInstance(config);
  closings.push(instance.close);
  endWithDatabase(instance, closings);
  const link = await prepare(config, instance);
  const site = await buildSite(config, instance);
  closings.push(() => site.stop());
  await site.start();
  if (config.role === "worker") process.stdout.write("Essaim works.\n");
  else process.stdout.write(`Essaim answers on ${config.origin}\n`);
  if (link) process.stdout.write(`Set it up within 24 hours at ${link}\n`);
}

async function beTheOnlyServer(config: Config): Promise<Closing> {
  const alone = await becomeServer(config.dataDir, config.role);
  if (alone.done) return alone.value.release;
  throw new AlreadyRunning(
    `Essaim already runs on DATA_DIR ${config.dataDir} (process ${alone.reason.pid}); stop it, or give this one its own DATA_DIR and PORT.`,
  );
}

class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning";
}

/** Brings the database up to date; the set-up link, for a process that people can reach. */
async function prepare(config: Config, { databaseUrl, secret }: Instance): Promise<string | null> {
  return await withDatabase(databaseUrl, async (db, pool) => {
    const applied = await migrate(db, pool);
    if (applied.length > 0) log.info("the database has been brought up to date by {applied}", { applied });
    return config.role === "worker" ? null : await makeSetupLink(db, secret, config.origin, new Date());
  });
}

function endOnSignals(starting: Promise<void>, closings: Closing[]): void {
  let ending = false;
  const stop = async (code: number) => {
    if (ending) return;
    ending = true;
    // What is just being opened has to be closed too.
    await Promise.race([starting.catch(() => {}), pause(3_000, undefined, { ref: false })]);
    await close(closings);
    process.exit(code);
  };
  process.on("SIGTERM", () => stop(0));
  process.on("SIGINT", () => stop(0));
  process.on("SIGHUP", () => stop(0));
  for (const fault of ["unhandledRejection", "uncaughtException"]) {
    process.on(fault, (error: unknown) => {
      log.fatal("this process ends after a fault: {error}", { error });
      void stop(1);
    });
  }
}

// Without its database a process only fails; whoever supervises it starts both again.
function endWithDatabase(instance: Instance, closings: Closing[]): void {
  const watch = setInterval(() => {
    if (instance.alive()) return;
    clearInterval(watch);
    process.emit("uncaughtException", new Error("the embedded PostgreSQL has ended"));
  }, 5_000);
  closings.push(async () => clearInterval(watch));
}

/** Closes in the reverse order of opening; what takes too long is left, so that the database still gets its time. */
async function close(closings: Closing[]): Promise<void> {
  for (const closing of closings.splice(0).reverse()) {
    const closed = closing().catch((error) => log.error("closing failed: {error}", { error }));
    await Promise.race([closed, pause(5_000, undefined, { ref: false })]);
  }
}

function end(code: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
