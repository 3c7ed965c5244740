import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { type NoticeReason, type NoticeWishes, noticeReasons, type Rhythm, rhythms, usualWishes } from "./notices.ts";

/** Somebody with an account here who is written to for a party. */
export interface NoticeReader {
  /** The id of their account. */
  readonly account: string;
  readonly email: string;
  readonly party: string;
  readonly wishes: NoticeWishes;
  /** When they were last written to, or came. */
  readonly written: Date;
  /** The number of the last notice that they may know. */
  readonly heard: number;
}

/** Those who are to be looked after: who has an account, and to whose party something happened since they were last written to. */
export async function listDueReaders(reader: Reader): Promise<readonly NoticeReader[]> {
  const { rows } = await sql<Row>`
    select accounts.id as account, accounts.email, parties.id as party, rhythm, muted,
      coalesce(written, accounts.created) as written, coalesce(heard, ${heardBefore}) as heard
    from accounts
    join parties on parties.id = accounts.association or (accounts.association is null and parties.kind = 'host')
    left join notice_readers as reader on reader.account = accounts.id
    where accounts.role <> 'reader' and coalesce(rhythm, ${usualWishes.rhythm}) <> 'never'
      and exists (select from notices where notices.party = parties.id and seen is null
        and number > coalesce(heard, ${heardBefore}))
    order by accounts.id`.execute(reader);
  return rows.map(({ rhythm, muted, heard, ...row }) => {
    return { ...row, wishes: wishesOf(rhythm, muted), heard: Number(heard) };
  });
}

// What happened before they came is not told.
const heardBefore = sql`(select coalesce(max(number), 0) from notices where happened < accounts.created)`;

interface Row extends Pick<NoticeReader, "account" | "email" | "party" | "written"> {
  readonly rhythm: string | null;
  readonly muted: readonly string[] | null;
  readonly heard: string;
}

function wishesOf(rhythm: string | null, muted: readonly string[] | null): NoticeWishes {
  if (rhythm === null || muted === null) return usualWishes;
  return {
    rhythm: rhythms.find((one) => one === rhythm) ?? usualWishes.rhythm,
    muted: noticeReasons.filter((one) => muted.includes(one)),
  };
}

/** How an account wants to be written to; null where there is no such account. */
export async function findWishes(reader: Reader, account: string): Promise<NoticeWishes | null> {
  const row = await reader
    .selectFrom("accounts")
    .leftJoin("noticeReaders", "noticeReaders.account", "accounts.id")
    .select(["accounts.id", "noticeReaders.rhythm", "noticeReaders.muted"])
    .where("accounts.id", "=", account)
    .executeTakeFirst();
  return row ? wishesOf(row.rhythm, row.muted) : null;
}

/** Notes how an account wants to be written to. Who wanted nothing hears of what comes from now on. */
export async function setWishes(
  tx: Transaction,
  account: string,
  { rhythm, muted }: { readonly rhythm: Rhythm; readonly muted: readonly NoticeReason[] },
): Promise<void> {
  await sql`
    insert into notice_readers as known (account, rhythm, muted, heard)
    select id, ${rhythm}, ${[...muted]}::text[], ${heardBefore} from accounts where id = ${account}
    on conflict (account) do update set rhythm = excluded.rhythm, muted = excluded.muted, heard = case
      when known.rhythm = 'never' then (select coalesce(max(number), 0) from notices) else known.heard end`.execute(tx);
}

/** Notes that an account was written to of all up to a number. */
export async function noteWritten(
  tx: Transaction,
  { account, wishes: { rhythm, muted } }: NoticeReader,
  heard: number,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("noticeReaders")
    .values({ account, rhythm, muted: [...muted], written: now, heard })
    .onConflict((known) => known.column("account").doUpdateSet({ written: now, heard }))
    .execute();
}
