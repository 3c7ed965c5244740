import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** What others did while somebody was away. */
export interface News {
  readonly since: Date;
  /** What people elsewhere wrote to the host. */
  readonly messages: number;
  readonly reports: number;
  /** Deliveries to other servers that were begun since, and given up. */
  readonly failed: number;
  /** Who changed something at the desk, and how often; the person's own changes are no news. */
  readonly colleagues: readonly { readonly who: string; readonly deeds: number }[];
}

/** What has happened at the host since an instant; one statement. */
export async function findNews(reader: Reader, account: string, since: Date): Promise<News> {
  const { rows } = await sql<Omit<News, "since">>`
    select
      (select count(*)::integer from messages where received > ${since} and kind in ('mention', 'reply')
        and deleted is null and not is_blocked(author)) as messages,
      (select count(*)::integer from reports where received > ${since}) as reports,
      (select count(*)::integer from deliveries where first_try > ${since} and state = 'failed') as failed,
      coalesce((select json_agg(json_build_object('who', who, 'deeds', deeds) order by deeds desc, who) from (
        select who, count(*)::integer as deeds from journal
        where done > ${since} and account is distinct from ${account} and deed <> 'signed-in' group by who) as acted), '[]')
        as colleagues`.execute(reader);
  const [news] = rows;
  return { ...(news ?? { messages: 0, reports: 0, failed: 0, colleagues: [] }), since };
}

/** The last seven days of what people wrote. */
export interface Week {
  readonly messages: number;
  readonly answered: number;
  /** Other instances with which this one is in touch. */
  readonly peers: number;
}

export async function findWeek(reader: Reader, now: Date): Promise<Week> {
  const from = new Date(now.getTime() - 7 * 86_400_000);
  const { rows } = await sql<Week>`
    select
      (select count(*)::integer from messages where received > ${from} and kind in ('mention', 'reply')
        and not is_blocked(author)) as messages,
      (select count(*)::integer from messages where answered > ${from}) as answered,
      (select count(*)::integer from peers where (ours = 'approved' or theirs = 'approved') and not is_blocked(origin))
        as peers`.execute(reader);
  return rows[0] ?? { messages: 0, answered: 0, peers: 0 };
}
