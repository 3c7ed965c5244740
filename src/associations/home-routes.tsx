import { Hono } from "hono";
import { accountRoutes } from "./account-routes.tsx";
import { followingRoutes } from "./following-routes.tsx";
import { HomePage } from "./home-page.tsx";
import { keptRoutes } from "./kept-routes.tsx";
import { type AssociationDeps, frameOf, type MemberEnv, memberDoor, showOwn } from "./member-parts.tsx";
import { newsRoutes } from "./news-routes.tsx";
import { openNewsRoutes } from "./open-news-routes.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import { profileRoutes } from "./profile-routes.tsx";
import { findReadingSettings } from "./reading.ts";
import { registrationRoutes } from "./registration-routes.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";

const shownAtHome = 3;

/** `/association…`: the ways in, the door, and the rooms of an association behind it. */
export function associationRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  const door = memberDoor(deps);
  return new Hono<MemberEnv>()
    .route("/", registrationRoutes(deps))
    .route("/", signInRoutes(deps))
    .route("/", openNewsRoutes(deps))
    .use("/association", door)
    .use("/association/*", door)
    .get("/association", async (c) => {
      const acting = c.get("acting");
      const readings = await deps.following.listReadings(deps.db, acting.association.id, { limit: shownAtHome });
      const { seen } = await findReadingSettings(deps.db, acting.member.id);
      const frame = await frameOf(deps, c);
      const asked = await deps.ownAsked(acting.association.id, frame);
      return showOwn(deps, c, <HomePage {...{ frame, acting, readings, seen, asked }} />);
    })
    .route("/", newsRoutes(deps))
    .route("/", followingRoutes(deps))
    .route("/", peopleRoutes(deps))
    .route("/", profileRoutes(deps))
    .route("/", accountRoutes(deps))
    .route("/", keptRoutes(deps));
}
