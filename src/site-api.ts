import type { Hono } from "hono";
import { activityIri, actorIri, type LocalActor, proposalIri, relationshipIri } from "../federation/addresses.ts";
import { sendAgain } from "../federation/delivery/deliveries.ts";
import { listDeliveries } from "../federation/delivery/stored-deliveries.ts";
import { findOwnHost } from "../federation/partnerships.ts";
import { tokensApi } from "./accounts/api.ts";
import { words as tokensWords } from "./accounts/api-words.ts";
import { findTokens } from "./accounts/tokens.ts";
import { availabilitiesOf, availabilityApi, countOpenOffers } from "./availability/api.ts";
import { words as availabilityWords } from "./availability/api-words.ts";
import { vouchesApi } from "./catalogue/api-vouches.ts";
import { words as vouchesWords } from "./catalogue/api-words.ts";
import { cutOff, meetAgain } from "./catalogue/blocking.ts";
import { deliveriesApi } from "./deliveries/api.ts";
import { words as deliveriesWords } from "./deliveries/api-words.ts";
import { directoryApi } from "./directory/api.ts";
import { words as directoryWords } from "./directory/api-words.ts";
import type { Reader } from "./foundation/database.ts";
import { gather } from "./foundation/gather.ts";
import { fundingApi } from "./funding/api.ts";
import { words as fundingWords } from "./funding/api-words.ts";
import { instanceApi } from "./hosts/api.ts";
import { words as instanceWords } from "./hosts/api-words.ts";
import { type PageDeps, readFrame as readPageFrame } from "./hosts/parts.tsx";
import { jointApi } from "./joint/api.ts";
import { words as jointWords } from "./joint/api-words.ts";
import { listListedFunding } from "./listed-funding/queries.ts";
import { offersApi } from "./offers/api.ts";
import { words as offersWords } from "./offers/api-words.ts";
import { partnershipsApi } from "./partnerships/api.ts";
import { words as partnershipsWords } from "./partnerships/api-words.ts";
import { peersApi } from "./peers/api.ts";
import { words as peersWords } from "./peers/api-words.ts";
import { placesApi } from "./places/api.ts";
import { words as placesWords } from "./places/api-words.ts";
import { pledgesApi } from "./pledges/api.ts";
import { words as pledgesWords } from "./pledges/api-words.ts";
import { talliesOf } from "./pledges/tallies.ts";
import { reviewsApi } from "./reviews/api.ts";
import { words as reviewsWords } from "./reviews/api-words.ts";
import { sentPledgesApi } from "./sent-pledges/api.ts";
import { words as sentPledgesWords } from "./sent-pledges/api-words.ts";
import { findHostId } from "./site-funding.ts";
import { findPartnerIn } from "./site-joint.tsx";
import type { WebParts } from "./site-parts.ts";
import { askingsApi } from "./together/api.ts";
import { words as askingsWords } from "./together/api-words.ts";
import type { Api } from "./web/api.ts";
import { apiFrame } from "./web/api-frame.ts";
import { apiPageRoutes } from "./web/api-page-routes.tsx";
import { joinTexts } from "./web/api-texts.ts";
import { apiTexts } from "./web/api-words.ts";

/** The JSON API: the calls of every room, with what each needs of the rest of the site. */
export function apiOf({ config: { origin }, db, secret, version, report, findInstance, findHost }: WebParts) {
  const deps = {
    ...{ db, secret, origin, version, report, availabilitiesOf, sendAgain, findInstance },
    beyond: { cutOff, meetAgain },
    vouchAddress: (vouch: string) => relationshipIri(origin, vouch),
    relationshipId: (id: string) => relationshipIri(origin, id),
    ownHost: async (reader: Reader) => (await findOwnHost(reader, origin))?.actor ?? null,
    findHost,
    reviewAddress: (review: string) => relationshipIri(origin, review),
    now: () => new Date(),
    authorize: gather((tokens: readonly string[]) => findTokens(db, secret, tokens, new Date()), 100),
    actorId: (actor: LocalActor) => actorIri(origin, actor),
    proposalId: (offer: string) => proposalIri(origin, offer),
    findPartner: findPartnerIn(db, findHost),
    ...{ findHostId, promisesOf: talliesOf, listCopies: listListedFunding },
    counts: countOpenOffers,
    listFailed: async (reader: Reader, after: number | null, limit: number) => {
      const { items } = await listDeliveries(reader, { states: ["failed"] }, { after: after ?? 0, limit });
      return items.map(({ outgoing, origin: _, state: __, nextTry: ___, ...rest }) => {
        return { ...rest, activity: activityIri(origin, outgoing) };
      });
    },
  };
  return apiFrame(deps, [
    instanceApi,
    offersApi,
    availabilityApi,
    directoryApi,
    placesApi,
    fundingApi,
    pledgesApi,
    sentPledgesApi,
    jointApi,
    askingsApi,
    peersApi,
    vouchesApi,
    partnershipsApi,
    reviewsApi,
    tokensApi,
    deliveriesApi,
  ]);
}

/** The pages that describe the API. */
export function describe(api: Api, deps: PageDeps): Hono {
  const { origin, version } = deps;
  const readFrame = async (request: Request) => (await readPageFrame(deps, request)).frame;
  return apiPageRoutes({ api, origin, version, texts: joinTexts(apiTexts, roomTexts), readFrame });
}

const roomTexts = [
  instanceWords,
  offersWords,
  availabilityWords,
  directoryWords,
  placesWords,
  fundingWords,
  pledgesWords,
  sentPledgesWords,
  jointWords,
  askingsWords,
  peersWords,
  vouchesWords,
  partnershipsWords,
  reviewsWords,
  tokensWords,
  deliveriesWords,
];
