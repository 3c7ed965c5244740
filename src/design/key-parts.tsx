import { short } from "../web/drawings.ts";
import { emblemDots } from "../web/emblem.ts";
import { words } from "./desk-sample-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

const spare = ["7K3M-9QXT", "H2WD-4LPN", "V8RC-6JYB", "M5TG-3ZKE"];

/** What the second lock of an account shows; the square is drawn of points, so that nobody takes it for a real one. */
export function KeySample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].keys;
  return (
    <Sample frame={frame} id="keys" title={word.title} text={word.text} sheets={["qr", "codes"]}>
      <div class="qr">
        <svg viewBox="0 0 48 48" role="img" aria-label={word.square}>
          {emblemDots("four-banal.example").map(({ x, y, r }) => (
            <rect x={short(Number(x) - Number(r))} y={short(Number(y) - Number(r))} width={r} height={r} />
          ))}
        </svg>
      </div>
      <ul class="codes" aria-label={word.list}>
        {spare.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
    </Sample>
  );
}
