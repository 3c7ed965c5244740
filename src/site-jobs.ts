import type { TaskList } from "graphile-worker";
import { noteFollowers } from "../federation/figures.ts";
import { resetLetters } from "./accounts/letter-parts.tsx";
import { sendResetLink } from "./accounts/reset-links.ts";
import { sweepAccounts } from "./accounts/sweep.ts";
import { expireAvailabilities } from "./availability/changes.ts";
import { sweepStatements } from "./availability/statements.ts";
import { sweepErasures } from "./erasures/changes.ts";
import { sweepImports } from "./exchange/import-changes.ts";
import { importTask } from "./exchange/import-work.ts";
import type { Config } from "./foundation/config.ts";
import type { Database } from "./foundation/database.ts";
import { mailTask } from "./foundation/mail.ts";
import type { Outbound } from "./foundation/outbound.ts";
import { sweepEvents } from "./foundation/outbox.ts";
import type { Secret } from "./foundation/secret.ts";
import { eraseOldRequests } from "./places/erasing.ts";
import { actingCrontab, actingTasks } from "./site-acting.ts";
import { associationCrontab, associationTasks } from "./site-associations.ts";
import { listsCrontab, listTasks } from "./site-blocklists.ts";
import { fedEvents } from "./site-feeds.ts";
import { fundingCrontab, fundingTasks } from "./site-funding.ts";
import { noticeCrontab, noticeLanguage, noticeTasks } from "./site-notices.ts";
import { partnerCrontab, partnerTasks } from "./site-partners.tsx";
import { remind } from "./site-reminders.ts";
import { sayingCrontab, sayingTasks } from "./site-sayings.ts";
import { togetherCrontab, togetherTasks } from "./site-together.ts";
import { visitorCrontab, visitorTasks } from "./site-visitors.ts";
import { watchCrontab, watchTasks } from "./site-watches.ts";
import { readUnclaimedTask } from "./unclaimed/reading-work.ts";
import { sweepReadings } from "./unclaimed/readings.ts";
import { sweepIdempotencyKeys } from "./web/once.ts";
import { sweepSentForms } from "./web/sent-forms.ts";

interface Means {
  readonly db: Database;
  readonly secret: Secret;
  readonly outbound: Outbound;
}

/** The background work of every room, by its name in the queue. */
export function siteTasks(config: Config, { db, secret, outbound }: Means): TaskList {
  const { origin } = config;
  return {
    mail: mailTask(config, secret),
    "send-reset-link": (payload) =>
      db
        .transaction()
        .execute((tx) => sendResetLink(tx, resetLetters({ ...config, mail: config, secret }), payload, new Date())),
    "sweep-accounts": () => sweepAccounts(db, new Date()),
    "note-followers": () => noteFollowers(db),
    "sweep-events": () => sweepEvents(db, new Date(), fedEvents),
    "expire-availabilities": async () => {
      await db.transaction().execute((tx) => expireAvailabilities(tx, new Date()));
    },
    "sweep-statements": () => sweepStatements(db, new Date()),
    "erase-old-place-requests": async () => {
      await db.transaction().execute((tx) => eraseOldRequests(tx, new Date()));
    },
    "sweep-erasures": () => sweepErasures(db, new Date()),
    "sweep-idempotency-keys": () => sweepIdempotencyKeys(db),
    "sweep-sent-forms": () => sweepSentForms(db),
    remind: () => remind(config, db, new Date()),
    ...listTasks({ db, outbound, origin, now: () => new Date() }),
    import: importTask({ db, outbound, origin, now: () => new Date() }),
    "sweep-imports": () => sweepImports(db),
    ...fundingTasks(db),
    ...noticeTasks(db, { origin, mail: config, secret, languageOf: noticeLanguage(config.language) }),
    ...watchTasks(db, { origin, mail: config, secret }),
    ...visitorTasks(db),
    ...sayingTasks(db, config),
    ...associationTasks({ db, config, secret }),
    ...actingTasks(db),
    ...togetherTasks(db),
    ...partnerTasks(db),
    "read-unclaimed": readUnclaimedTask({ db, outbound, now: () => new Date() }),
    "sweep-unclaimed-readings": () => sweepReadings(db),
  };
}

/** When what recurs is done. */
export const siteCrontab: readonly string[] = [
  "*/5 * * * * expire-availabilities",
  "58 23 * * * note-followers",
  "29 3 * * * sweep-events",
  "37 3 * * * sweep-statements",
  "23 * * * * sweep-idempotency-keys",
  "11 * * * * sweep-accounts",
  "41 4 * * * sweep-sent-forms",
  "43 4 * * * sweep-imports",
  "47 4 * * * sweep-unclaimed-readings",
  "53 4 * * * erase-old-place-requests",
  "57 4 * * * sweep-erasures",
  "0 7 * * * remind",
  ...[listsCrontab, ...watchCrontab, ...fundingCrontab, ...actingCrontab],
  ...[...noticeCrontab, ...visitorCrontab, ...sayingCrontab, ...associationCrontab, ...togetherCrontab],
  ...partnerCrontab,
];
