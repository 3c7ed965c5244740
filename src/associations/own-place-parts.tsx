import type { Context, MiddlewareHandler } from "hono";
import { tryMemberPassword } from "../accounts/entrance.ts";
import { sentenceOf } from "../accounts/entry-parts.tsx";
import { hasPassword } from "../accounts/members.ts";
import type { OwnPlace } from "../accounts/own-place-parts.tsx";
import { words } from "./account-words.ts";
import { type AssociationDeps, deviceCookie, frameOf, type MemberEnv, RoomLayout, showOwn } from "./member-parts.tsx";

export const accountPath = "/association/account";
/** Who has just come in, by a link perhaps, has shown who they are. */
const freshSpan = 15 * 60_000;

const isFresh = ({ now }: AssociationDeps, c: Context<MemberEnv>): boolean =>
  now().getTime() - c.get("acting").since.getTime() < freshSpan;

/** `/association/account`: where a member looks after how they come in. What they do is nobody else's to read. */
export function memberPlace(deps: AssociationDeps): OwnPlace<MemberEnv> {
  return {
    ...deps,
    path: accountPath,
    frameOf: (c) => frameOf(deps, c),
    ownerOf: (c) => c.get("acting").member,
    asksPassword: async (c) => !isFresh(deps, c) && (await hasPassword(deps.db, c.get("acting").member.id)),
    async show(c, { title, content, path, scripts = [], secret = false }, status = 200) {
      const [frame, acting] = [await frameOf(deps, c, path), c.get("acting")];
      const page = (
        <RoomLayout {...{ frame, acting, title, scripts }} here="/account">
          {content}
        </RoomLayout>
      );
      const answer = await showOwn(deps, c, page, status);
      if (secret) answer.headers.set("cache-control", "no-store");
      return answer;
    },
    async prove(c, password) {
      const { member } = c.get("acting");
      if (isFresh(deps, c)) return "proven";
      const given = { email: member.email, password, device: deviceCookie(deps, c), now: deps.now() };
      const tried = await tryMemberPassword(deps.db, deps.secret, given);
      if (tried.done) return "proven";
      const frame = await frameOf(deps, c);
      const { presentWrong: wrong, tooMany } = words[frame.language];
      return sentenceOf(c, frame, tried.reason, { wrong, tooMany });
    },
    note: async () => {},
  };
}

/** Asks who has no password, and came in a while ago, to come in anew: there is nothing else that they could show. */
export function freshDoor(deps: AssociationDeps): MiddlewareHandler<MemberEnv> {
  return async (c, next) => {
    if (isFresh(deps, c) || (await hasPassword(deps.db, c.get("acting").member.id))) return next();
    const [frame, acting] = [await frameOf(deps, c, accountPath), c.get("acting")];
    const word = words[frame.language].anew;
    const page = (
      <RoomLayout {...{ frame, acting, title: word.title }} here="/account">
        <div class="stack stack-3 narrow">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.text}</p>
        </div>
        <form method="post" action="/association/sign-out" class="form-end">
          <input type="hidden" name="then" value={accountPath} />
          <button class="button button-main" type="submit">
            {word.submit}
          </button>
          <a href={accountPath}>{words[frame.language].closePage.back}</a>
        </form>
      </RoomLayout>
    );
    return showOwn(deps, c, page, c.req.method === "GET" ? 200 : 401);
  };
}
