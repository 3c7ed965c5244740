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
  if (!read.done) {
    process.stderr.write(`${read.reason.join("\n")}\n`);
    process.exit(2);
  }
  await configureLog(read.value, (line) => process.stdout.write(line));
  const running: Running = { closings: [], instance: null, ending: false };
  const starting = start(read.value, running);
  endOnSignals(running, starting);
  await starting.catch(async (error: unknown) => {
    log.debug("the start failed: {error}", { error });
    if (!running.ending) process.stderr.write(`${sentenceOf(error)}\n`);
    await end(running, 1);
  });
}

type Closing = () => Promise<void>;

/** What is open in this process, in the order of opening. */
interface Running {
  readonly closings: Closing[];
  instance: Instance | null;
  ending: boolean;
}

const log = getLogger(["essaim", "process"]);

async function start(config: Config, running: Running): Promise<void> {
  const { closings } = running;
  if (config.databaseUrl === null) closings.push(await beTheOnlyServer(config));
  const instance = await openInstance(config);
  running.instance = instance;
  closings.push(instance.close);
  watchDatabase(instance, closings);
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
    if (applied.length > 0)
      log.info("the database has been brought up to date by {count} migrations", { count: applied.length });
    return config.role === "worker" ? null : await makeSetupLink(db, secret, config.origin, new Date());
  });
}

function endOnSignals(running: Running, starting: Promise<void>): void {
  const stop = async (code: number) => {
    // What is just being opened has to be closed too.
    await Promise.race([starting.catch(() => {}), pause(3_000, undefined, { ref: false })]);
    await end(running, code);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stop(0));
  for (const fault of ["unhandledRejection", "uncaughtException"]) {
    process.on(fault, (error: unknown) => {
      log.fatal("this process ends after a fault: {error}", { error });
      void stop(1);
    });
  }
}

// Without its database a process only fails; whoever supervises it starts both again.
function watchDatabase(instance: Instance, closings: Closing[]): void {
  const watch = setInterval(() => {
    if (instance.alive()) return;
    clearInterval(watch);
    process.emit("uncaughtException", new Error("the embedded PostgreSQL has ended"));
  }, 5_000);
  closings.push(async () => clearInterval(watch));
}

/** Closes all and ends, once, with 1 if the database has gone before. */
async function end(running: Running, code: number): Promise<void> {
  if (running.ending) return;
  running.ending = true;
  const lost = running.instance?.alive() === false;
  await close(running.closings);
  process.exit(lost ? 1 : code);
}

/** Closes in the reverse order of opening; what takes too long is left, so that the database still gets its time. */
async function close(closings: Closing[]): Promise<void> {
  for (const closing of closings.splice(0).reverse()) {
    const closed = closing().catch((error) => log.error("closing failed: {error}", { error }));
    await Promise.race([closed, pause(5_000, undefined, { ref: false })]);
  }
}
