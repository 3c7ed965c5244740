import { countFollowersByKind, countNewFollowers, failedDeliveries, listFollowerWeeks } from "../federation/figures.ts";
import { flipWords } from "../federation/send/availability-words.ts";
import { associationTasks } from "./associations/task-parts.tsx";
import type { Availability } from "./availability/availability.ts";
import { availabilityTasks } from "./availability/task-parts.tsx";
import type { Config } from "./foundation/config.ts";
import type { Database, Reader } from "./foundation/database.ts";
import { sendsMail } from "./foundation/mail.ts";
import { heldTasks } from "./funding/task-parts.tsx";
import { firstRunTasks } from "./hosts/task-parts.tsx";
import { jointTasks } from "./joint/task-parts.tsx";
import { nearTasks } from "./notices/task-parts.tsx";
import { partnerAdvice, partnerTasks } from "./partnerships/task-parts.tsx";
import { placeTasks } from "./places/task-parts.tsx";
import { leavingTasks } from "./referrals/leaving-task-parts.tsx";
import { referralTasks } from "./referrals/task-parts.tsx";
import { reviewTasks } from "./reviews/task-parts.tsx";
import { findServerState } from "./site-state.ts";
import { doorTasks, draftTasks, serverTasks } from "./today/advice-parts.tsx";
import type { Settings } from "./today/settings-page.tsx";
import { deliveryTasks, messageTasks, peerTasks, reportTasks } from "./today/task-parts.tsx";
import { askingTasks } from "./together/task-parts.tsx";
import type { TaskSource } from "./web/desk-tasks.ts";

/** What the desk's pages of today, availability and the server need of the rest of the site. */
export interface TodayParts {
  readonly config: Config;
  readonly db: Database;
  readonly version: string;
  now(): Date;
}

/** All that may wait for somebody at the desk, one line a source. */
export function taskSources(parts: TodayParts): readonly TaskSource[] {
  return [
    firstRunTasks,
    availabilityTasks,
    placeTasks,
    jointTasks,
    referralTasks,
    leavingTasks,
    askingTasks,
    heldTasks,
    nearTasks,
    partnerTasks,
    partnerAdvice,
    associationTasks,
    reportTasks,
    messageTasks,
    peerTasks,
    reviewTasks,
    deliveryTasks(failedDeliveries),
    serverTasks(() => serverState(parts)),
    draftTasks,
    doorTasks,
  ];
}

export function todayDeps(parts: TodayParts) {
  const { language } = parts.config;
  return {
    tasks: taskSources(parts),
    serverState: () => serverState(parts),
    settings: settingsOf(parts.config),
    ...{ listFollowerWeeks, countNewFollowers },
    mails: sendsMail(parts.config),
    async audience(reader: Reader) {
      const { availability = 0, instance = 0 } = await countFollowersByKind(reader);
      return { followers: availability, instances: instance };
    },
    announcement: (title: string, said: Availability, now: Date) => flipWords(title, said, now, language),
  };
}

function settingsOf(config: Config): Settings {
  const { origin, language, role, mailFrom, logLevel, databaseUrl, trustedProxies, metricsPort } = config;
  const database = databaseUrl === null ? null : new URL(databaseUrl).host;
  return { origin, language, role, mailFrom, logLevel, database, proxies: trustedProxies, figures: metricsPort };
}

const serverState = ({ config, db, version, now }: TodayParts) => findServerState(config, db, version, now());
