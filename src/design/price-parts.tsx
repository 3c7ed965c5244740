import { Calculator } from "../offers/calculator-parts.tsx";
import { Curve } from "../offers/curve-parts.tsx";
import { quote } from "../offers/quote.ts";
import { words } from "./reading-words.ts";
import { sampleOffers } from "./sample-offers.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

const quantity = 20;

/** A price that grows with the quantity: worked out, in lines, and drawn. */
export function PriceSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const [, { content }] = sampleOffers(language, words[language], now);
  const result = quote(content, { tier: "one", quantity: { GB: quantity }, member: null });
  const fields = {
    ...{ tiers: ["one"], tier: "one", member: null },
    quantities: [{ unit: "GB", typed: String(quantity) }],
  };
  return (
    <Sample {...words[language].price} frame={frame} id="price-sample" sheets={["calculator", "chart"]}>
      <Calculator language={language} action="/about/design" content={content} fields={fields} result={result}>
        <Curve
          content={content}
          tier="one"
          member={null}
          language={language}
          asked={result.done ? { quantity, quote: result.value } : null}
        />
      </Calculator>
    </Sample>
  );
}
