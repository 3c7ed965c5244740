import { createRoute } from "@hono/zod-openapi";
import { type Api, answers, bodyOf, refuses } from "../web/api.ts";
import { Problem } from "../web/problem.ts";
import { quoteAsked, quoteShown } from "./api-examples.ts";
import { QuoteRequestShape, QuoteShape, showQuote } from "./api-quote-shapes.ts";
import { bySlug, findVisible, type OffersApiDeps, paths } from "./api-shown.ts";
import { words as apiWords } from "./api-words.ts";
import { quote } from "./quote.ts";
import { type QuoteRefusal, quoteReasons } from "./quote-quantities.ts";
import { words } from "./words.ts";

const ask = createRoute({
  ...{ method: "post", path: paths.quote, operationId: "quoteOffer", tags: ["offers"] },
  ...apiWords.en.operations.quoteOffer,
  request: { params: bySlug, body: bodyOf(QuoteRequestShape, quoteAsked) },
  responses: {
    200: answers(QuoteShape, "The price, line by line", quoteShown),
    404: refuses("There is no such offer", ["not-found"]),
    422: refuses("Why there is no price", ["invalid", ...quoteReasons]),
  },
});

/** What an offer costs, worked out for whoever asks. */
export function quoteRoute(api: Api, { db }: OffersApiDeps): void {
  api.openapi(ask, async (c) => {
    const { content } = await findVisible(db, c.req.valid("param").slug, c.get("scope"));
    const outcome = quote(content, c.req.valid("json"));
    if (!outcome.done) throw noQuote(outcome.reason);
    return c.json(showQuote(outcome.value), 200);
  });
}

function noQuote({ reason, field, minimum, maximum }: QuoteRefusal): Problem {
  const sentence = words.en.quoteRefusals[reason]({ minimum: String(minimum), maximum: String(maximum) });
  const path = field === null || field === "tier" ? (field ?? "") : `quantity.${field}`;
  return new Problem(422, reason, sentence, {
    errors: [{ path, reason: sentence, code: reason }],
    more: { minimum, maximum },
  });
}
