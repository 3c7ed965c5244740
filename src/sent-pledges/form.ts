import { z } from "zod";
import { PledgeInput } from "../pledges/form.ts";

/** A promise towards a request of another instance, as the API sends it: `request` is what our own pages call that one. */
export const SentPledgeInput = PledgeInput.safeExtend({
  request: z.uuid("the id of a request of another instance"),
});
