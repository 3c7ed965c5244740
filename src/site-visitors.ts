import { randomUUID } from "node:crypto";
import type { TaskList } from "graphile-worker";
import { comeBack, leadIn, type WayInDeps } from "../federation/visitors/way-in.ts";
import { countRunning } from "./associations/closing.ts";
import { makeErasureLink, noteErasure } from "./erasures/changes.ts";
import { erasurePath } from "./erasures/routes.tsx";
import type { Database, Transaction } from "./foundation/database.ts";
import { done, type Outcome, refused } from "./foundation/outcome.ts";
import { erasePledger } from "./pledges/erasing.ts";
import type { SignInDeps } from "./visitors/sign-in-parts.tsx";
import { sweepVisitors } from "./visitors/sweep.ts";

/** What visitors need of the rest of the site: how their own servers are asked. */
export function wayIn(deps: WayInDeps): Pick<SignInDeps, "leadIn" | "comeBack" | "refuses" | "eraseVisitor"> {
  return {
    eraseVisitor,
    leadIn: (place, asked) => leadIn(deps, place, asked),
    comeBack: (entry, grant) => comeBack(deps, entry, grant),
    refuses: deps.outbound.refuses,
  };
}

/** Erases what somebody with an account elsewhere did here, and what they began to say in sentences. */
async function eraseVisitor(tx: Transaction, actor: string, now: Date): Promise<Outcome<string, "requests-running">> {
  const party = await tx.selectFrom("parties").select("id").where("actor", "=", actor).forUpdate().executeTakeFirst();
  if (party && (await countRunning(tx, party.id)) > 0) return refused("requests-running");
  const id = party?.id ?? randomUUID();
  if (party) await erasePledger(tx, id, now);
  else await noteErasure(tx, { id, kind: "account" }, now);
  await tx.deleteFrom("sayings").where("actor", "=", actor).execute();
  return done(erasurePath(await makeErasureLink(tx, id)));
}

/** The job that forgets those who have left. */
export const visitorTasks = (db: Database): TaskList => ({ "sweep-visitors": () => sweepVisitors(db, new Date()) });
export const visitorCrontab = ["13 * * * * sweep-visitors"];
