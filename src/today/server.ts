/** How this instance stands, as whoever runs it has to know. */
export interface ServerState {
  readonly version: string;
  readonly databaseBytes: number;
  /** Null where the disk cannot be asked. */
  readonly freeBytes: number | null;
  readonly disk: Outcome;
  /** When the newest backup in DATA_DIR was made; null when there is none. */
  readonly backup: Date | null;
  /** How old that is, in days, and from which age on it is too old. */
  readonly backupDays: number;
  readonly oldBackupDays: number;
  /** Whether letters can be sent. */
  readonly mail: boolean;
  /** Those that the mail server has not taken yet, though they were tried. */
  readonly lateLetters: number;
  /** Processes that do the background work. */
  readonly workers: number;
  readonly jobs: Jobs;
  readonly deliveries: Undelivered;
  readonly peers: { readonly approved: number; readonly pending: number };
}

interface Jobs {
  readonly due: number;
  readonly later: number;
  readonly running: number;
  readonly failed: number;
  /** For how long the oldest that is due has waited. */
  readonly oldestSeconds: number;
}

interface Undelivered {
  readonly waiting: number;
  /** For servers that do not answer. */
  readonly held: number;
  readonly failed: number;
}

/** Fine, soon no longer so, or broken. */
export type Outcome = "ok" | "warning" | "fault";

export const looks = ["work", "deliveries", "backup", "disk", "database", "mail", "peers"] as const;
/** One thing that is looked at. */
export type Look = (typeof looks)[number];

/** How each thing stands. */
export function judge(state: ServerState): Readonly<Record<Look, Outcome>> {
  return {
    work: judgeWork(state),
    deliveries: state.deliveries.failed > 0 ? "warning" : "ok",
    backup: state.backup !== null && state.backupDays < state.oldBackupDays ? "ok" : "warning",
    disk: state.disk,
    database: "ok",
    mail: state.lateLetters > 0 ? "warning" : "ok",
    peers: "ok",
  };
}

/** The worst of all. */
export function worstOf(judged: Readonly<Record<Look, Outcome>>): Outcome {
  const all = Object.values(judged);
  if (all.includes("fault")) return "fault";
  return all.includes("warning") ? "warning" : "ok";
}

const minute = 60;

function judgeWork({ workers, jobs }: ServerState): Outcome {
  if (workers === 0 || jobs.oldestSeconds >= 10 * minute) return "fault";
  return jobs.failed > 0 || jobs.oldestSeconds >= 2 * minute ? "warning" : "ok";
}
