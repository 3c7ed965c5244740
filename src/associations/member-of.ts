import { findMemberSession } from "../accounts/sessions.ts";
import type { Reader } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import { mayAct } from "./associations.ts";
import { memberKeyIn } from "./member-key.ts";
import { findAssociation } from "./queries.ts";

interface MemberParts {
  readonly db: Reader;
  readonly secret: Secret;
  readonly origin: string;
}

/** Tells the pages for which association somebody is signed in. Nobody who keeps no such key costs a look into the database. */
export function memberOf({ db, secret, origin }: MemberParts) {
  return async (request: Request): Promise<{ readonly name: string; readonly acts: boolean } | null> => {
    const key = memberKeyIn(request.headers.get("cookie") ?? "", origin);
    const session = key === null ? null : await findMemberSession(db, secret, key, new Date());
    const association = session && (await findAssociation(db, session.member.association));
    return association && { name: association.name, acts: mayAct(association) };
  };
}
