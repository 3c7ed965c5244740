/** The right to deliver to an inbox now. */
interface Lane {
  leave(): void;
  /** Says that this delivery takes long: who comes next need not wait for it. */
  slow(): void;
}

/** How deliveries share the way to each other server, so that a slow one takes no worker's time. */
export interface Lanes {
  /** A lane; or, when there is none within a second, the milliseconds after which it makes sense to ask again. */
  enter(origin: string, inbox: string): Promise<Lane | number>;
}

const patience = 1_000;
const connections = 2;

interface Waiting {
  readonly inbox: string;
  readonly admit: () => void;
}

interface Traffic {
  readonly running: Set<string>;
  readonly waiting: Waiting[];
  /** Milliseconds that a delivery takes here, about. */
  pace: number;
  /** How many were sent away and will come again. */
  away: number;
}

/** At most two deliveries to one server at a time, and one to one inbox, in the order in which they came. */
export function openLanes(): Lanes {
  const servers = new Map<string, Traffic>();
  return {
    async enter(origin, inbox) {
      const traffic = servers.get(origin) ?? { running: new Set(), waiting: [], pace: 200, away: 0 };
      servers.set(origin, traffic);
      if (traffic.away > 0) traffic.away -= 1;
      const free = mayRun(traffic, inbox) && !traffic.waiting.some((other) => other.inbox === inbox);
      if (!free && !(await waitTurn(traffic, inbox))) return sendAway(traffic);
      if (free) traffic.running.add(inbox);
      return laneOf(traffic, inbox, () => servers.delete(origin));
    },
  };
}

function mayRun({ running }: Traffic, inbox: string): boolean {
  return running.size < connections && !running.has(inbox);
}

async function waitTurn(traffic: Traffic, inbox: string): Promise<boolean> {
  if (expected(traffic) > patience) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const waiting: Waiting = { inbox, admit: () => resolve(true) };
  traffic.waiting.push(waiting);
  const timer = setTimeout(() => {
    traffic.waiting.splice(traffic.waiting.indexOf(waiting), 1);
    resolve(false);
  }, patience);
  const admitted = await promise;
  clearTimeout(timer);
  return admitted;
}

const expected = ({ waiting, away, pace }: Traffic): number => ((waiting.length + away + 1) * pace) / connections;

function sendAway(traffic: Traffic): number {
  traffic.away += 1;
  return Math.min(Math.max(expected(traffic), patience), 60_000);
}

function laneOf(traffic: Traffic, inbox: string, forget: () => void): Lane {
  const started = performance.now();
  return {
    slow() {
      traffic.pace = Math.max(traffic.pace, 10_000);
    },
    leave() {
      traffic.pace = (traffic.pace + performance.now() - started) / 2;
      traffic.running.delete(inbox);
      admitNext(traffic);
      if (traffic.running.size === 0 && traffic.waiting.length === 0) forget();
    },
  };
}

function admitNext(traffic: Traffic): void {
  for (const next of [...traffic.waiting]) {
    if (!mayRun(traffic, next.inbox)) continue;
    traffic.waiting.splice(traffic.waiting.indexOf(next), 1);
    traffic.running.add(next.inbox);
    next.admit();
  }
}
