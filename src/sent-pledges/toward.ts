import { mostOf } from "../funding/funding.ts";
import { takesPledges } from "../funding/life.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import type { Toward } from "./changes.ts";

/** A request of another instance, as a promise towards it is made: by what that instance last showed. */
export function towardOf({ actor, proposal, url, terms, content, state, closes, confirmUntil }: ListedFunding): Toward {
  return {
    ...{ campaign: actor, proposal, page: url, title: content.title, currency: terms.goal.currency, closes },
    open: takesPledges(state) && confirmUntil === null,
    ...{ minimumPledge: terms.minimumPledge, most: mostOf(terms) },
  };
}
