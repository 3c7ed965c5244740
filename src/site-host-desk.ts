import { Hono } from "hono";
import { hostAsSeen } from "../federation/actors/host.ts";
import { findLocal } from "../federation/actors/local.ts";
import { countFollowers } from "../federation/notes.ts";
import { closingNews } from "../federation/send/closing.ts";
import { textOf } from "../federation/vocabulary/html.ts";
import { enter } from "./accounts/journal.ts";
import { closingRoutes } from "./availability/closing-routes.tsx";
import { findOwnListed } from "./catalogue/queries.ts";
import { beginImport } from "./exchange/import-changes.ts";
import { NotFound } from "./foundation/errors.ts";
import { logoDesk } from "./hosts/desk-logo-routes.tsx";
import { hostDesk } from "./hosts/desk-routes.tsx";
import type { FirstOffers } from "./hosts/first-run-offer-parts.tsx";
import { firstRunRoutes } from "./hosts/first-run-routes.tsx";
import { words as offerWords } from "./offers/desk-words.ts";
import { createFromModel } from "./offers/models.ts";
import { offerModels } from "./offers/offer-model.ts";
import { findContinuity } from "./referrals/continuity.ts";
import type { DeskDeps, DeskEnv } from "./web/desk.tsx";

/** What the desk shows and changes of the host itself: its page, its closing, the guided set-up. */
export function hostDeskRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const followersOf = (actor: string) => countFollowers(deps.db, deps.origin, actor);
  const desk = new Hono<DeskEnv>();
  desk.route(
    "/",
    hostDesk({
      ...{ ...deps, followersOf },
      async seenElsewhere(profile) {
        const local = await needLocal(deps);
        return hostAsSeen({ ...local, host: { ...local.host, profile } });
      },
    }),
  );
  const closingNote: Parameters<typeof closingRoutes>[0]["closingNote"] = async (closing) =>
    textOf(closingNews(await needLocal(deps), closing).content);
  const takesOver = async () => {
    const own = await findOwnListed(deps.db);
    return (own && (await findContinuity(deps.db, own)).takenOverBy[0]?.url) ?? null;
  };
  desk.route("/", closingRoutes({ ...deps, followersOf, closingNote, takesOver }));
  desk.route("/", logoDesk(deps));
  desk.route("/", firstRunRoutes({ ...deps, firstOffers }));
  return desk;
}

/** How a first offer comes to be, for the guided set-up. */
const firstOffers: FirstOffers = {
  models: (language) =>
    offerModels.map((value) => {
      const [label, hint] = offerWords[language].models[value];
      return { value, label, hint };
    }),
  async fromModel(tx, chosen, { language, by, now }) {
    const model = offerModels.find((known) => known === chosen);
    if (model === undefined) throw new Error(`there is no model ${chosen}`);
    const made = await createFromModel(tx, model, language, now, { who: by.name || by.email });
    if (!made.done) throw new Error(`the model ${model} was refused: ${made.reason}`);
    await enter(tx, by, { deed: "offer-created", subject: made.value.content.title, now });
  },
  async fromElsewhere(tx, given, { by, now }) {
    const id = await beginImport(tx, { given, host: null, account: by.id, now });
    return `/admin/exchange/imports/${id}`;
  },
};

async function needLocal(deps: DeskDeps) {
  const local = await findLocal(deps.db, deps, deps.now());
  if (local === null) throw new NotFound("nobody hosts here yet");
  return local;
}
