import { countFollowersByKind, countOpenCircuits, countUndelivered } from "../federation/figures.ts";
import type { Database } from "./foundation/database.ts";
import type { Reading } from "./foundation/metrics.ts";
import { countJobs, oldestDueJob } from "./foundation/queue-depth.ts";

/** What an operator watches of the whole site; each process shows the same. */
export function siteReadings(db: Database): readonly Reading[] {
  return [
    {
      ...{ name: "essaim_queue_jobs", help: "Jobs by state: due, later, running, failed", label: "state" },
      read: async () => ({ ...(await countJobs(db)) }),
    },
    {
      ...{ name: "essaim_queue_oldest_due_seconds", help: "How long the oldest job that is due has waited" },
      read: () => oldestDueJob(db),
    },
    {
      ...{ name: "essaim_undelivered", help: "Deliveries that have not got through, by state", label: "state" },
      read: () => countUndelivered(db),
    },
    {
      ...{ name: "essaim_circuits_open", help: "Other servers that get nothing until they answer again" },
      read: () => countOpenCircuits(db),
    },
    {
      ...{ name: "essaim_followers", help: "Followers of our accounts, by what these stand for", label: "kind" },
      read: () => countFollowersByKind(db),
    },
  ];
}

/** The group of addresses that a path belongs to; there are as many groups as are written here. */
export function groupOf(path: string): string {
  return groups.find(([, pattern]) => pattern.test(path))?.[0] ?? "pages";
}

const groups: readonly (readonly [string, RegExp])[] = [
  ["inbox", /^\/(inbox|ap\/instance\/inbox|ap\/actors\/[^/]+\/inbox)$/],
  ["documents", /^\/ap\/|\/datasheet\.json$/],
  ["discovery", /^\/(\.well-known|nodeinfo)\//],
  ["api", /^\/api(\/|$)/],
  ["feeds", /\.atom$/],
  ["assets", /^\/assets\//],
  ["health", /^\/(healthz|readyz)$/],
  ["admin", /^\/admin(\/|$)/],
];
