import { largestCount } from "../../src/pledges/counting.ts";
import { decide, type Entry, isLive, type Openness, type Promised, type Statement } from "../../src/pledges/pledges.ts";

/** What comes in of one promise, as a message says it. */
export interface Operation {
  readonly pledge: string;
  readonly by: string;
  readonly statement: Statement;
}

/** The ledger as the database keeps it, in memory: nothing but rows that are added. */
export class MemoryLedger {
  readonly rows: Entry[] = [];
  readonly #last = new Map<string, Entry>();

  /** What the rule says of an operation; its row is added if it has one. */
  say({ pledge, by, statement }: Operation, openness: Openness, now: Date) {
    const last = this.#last.get(pledge) ?? null;
    const decision = decide(last, statement, by, openness, now);
    if (!decision.done || decision.value.append === null) return decision;
    const number = (last?.number ?? 0) + 1;
    const entry = { ...decision.value.append, pledge, number, request: openness.request, party: by, said: now };
    this.rows.push(entry);
    this.#last.set(pledge, entry);
    return decision;
  }

  /** Summed from the rows alone, as the database does it. */
  tally() {
    const last = new Map(this.rows.map((row) => [row.pledge, row]));
    const live = [...last.values()].filter(isLive).flatMap(({ pledge, party, promised }) => {
      const { amount, condition } = promised;
      return amount === null ? [] : [{ pledge, party, amount, condition }];
    });
    const firm = live.filter(({ condition }) => condition === null);
    const present = new Set(firm.map(({ party }) => party));
    const standing = { total: firm.reduce((sum, { amount }) => sum + amount, 0), participants: present.size };
    const conditionals = live.flatMap(({ condition, ...rest }) =>
      condition === null ? [] : [{ ...rest, condition, present: present.has(rest.party) }],
    );
    const { counted, ...count } = largestCount(standing, conditionals);
    return { ...count, pledges: firm.length + counted.size };
  }
}

interface Kept {
  readonly owner: string;
  readonly version: number;
  readonly promised: Promised | null;
}

/** The same rules as one would tell them to a person, with whole cents as bigint and nothing of ours: what the ledger is held against. */
export class PlainModel {
  readonly #pledges = new Map<string, Kept>();

  say({ pledge, by, statement }: Operation, bounds: Openness): void {
    const kept = this.#pledges.get(pledge);
    const strange = kept !== undefined && kept.owner !== by;
    if (strange || statement.deed === "confirm") return;
    if (statement.deed === "withdraw") {
      this.#pledges.set(pledge, { owner: by, version: Number.MAX_SAFE_INTEGER, promised: null });
      return;
    }
    const { version, promised } = statement;
    if ((kept?.version ?? 0) >= version || isOutside(promised, bounds)) return;
    this.#pledges.set(pledge, { owner: by, version, promised });
  }

  tally() {
    let kept = [...this.#pledges.values()].filter(({ promised }) => promised?.amount != null);
    for (;;) {
      const total = kept.reduce((sum, { promised }) => sum + BigInt(promised?.amount ?? 0), 0n);
      const participants = new Set(kept.map(({ owner }) => owner)).size;
      const broken = kept.find(({ promised }) => {
        const condition = promised?.condition;
        return condition && (total < BigInt(condition.total ?? 0) || participants < (condition.participants ?? 0));
      });
      if (broken === undefined) return { total: Number(total), participants, pledges: kept.length };
      kept = kept.filter((one) => one !== broken);
    }
  }
}

const isOutside = ({ amount }: Promised, { minimumPledge, most }: Openness) =>
  amount !== null && (amount < (minimumPledge ?? 1) || amount > most);

/** A whole number below the one that is said. */
export type Roll = (below: number) => number;

/** Chance that can be dealt again. */
export function dice(seed: number): Roll {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
