import { FollowForm } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Pagination } from "../web/pagination.tsx";
import { Segments } from "../web/segments.tsx";
import { CallSample } from "./call-parts.tsx";
import { FrameSample, MastheadSample } from "./frame-parts.tsx";
import { words } from "./paths-words.ts";
import { Case, Sample, type SamplesProps } from "./sample-parts.tsx";

/** How one finds one's way: the frame, the masthead, trails, pages, views, and the way to follow. */
export function PathSamples({ frame }: SamplesProps) {
  return (
    <>
      <FrameSample frame={frame} />
      <MastheadSample frame={frame} />
      <TrailSample frame={frame} />
      <SegmentSample frame={frame} />
      <SearchSample frame={frame} />
      <CallSample frame={frame} />
    </>
  );
}

type Props = Pick<SamplesProps, "frame">;

function TrailSample({ frame }: Props) {
  const word = words[frame.language].breadcrumb;
  const {
    frame: { offers },
  } = words[frame.language];
  const ways = [
    { href: "#paths", label: frame.host?.name ?? "Essaim" },
    { href: "#trail", label: offers },
  ];
  const hrefOf = () => "#trail";
  return (
    <Sample frame={frame} id="trail" title={word.title} text={word.text} sheets={["breadcrumb", "pagination"]}>
      <Breadcrumb language={frame.language} ways={ways} here={word.here} />
      <Pagination label={word.pages} page={7} pages={20} words={word} hrefOf={hrefOf} />
      <Pagination label={word.first} page={1} pages={3} words={word} hrefOf={hrefOf} />
    </Sample>
  );
}

function SegmentSample({ frame }: Props) {
  const word = words[frame.language].segments;
  return (
    <Sample frame={frame} id="views" title={word.title} text={word.text} sheets={["segments"]}>
      <Segments
        label={word.label}
        here="#views"
        segments={[
          { href: "#views", word: word.list, icon: "folder-open" },
          { href: "#map", word: word.map, icon: "map-pin" },
          { href: "#desk", word: word.both, count: 12 },
        ]}
      />
      <fieldset class="fieldset segments">
        <legend>{word.legend}</legend>
        <div class="segments-in">
          {["Français", "English", "Brezhoneg"].map((name, i) => (
            <label>
              <input type="radio" name="segment" value={name} checked={i === 0} /> {name}
            </label>
          ))}
        </div>
      </fieldset>
      <form class="segments" action="#views">
        <div class="segments-in">
          <span class="segments-now" aria-current="true">
            {word.list}
          </span>
          <button type="submit">{word.map}</button>
        </div>
      </form>
    </Sample>
  );
}

function SearchSample({ frame }: Props) {
  const word = words[frame.language].search;
  const handle = frame.host?.handle ?? "host";
  return (
    <Sample frame={frame} id="following" title={word.title} text={word.text} sheets={["search"]}>
      <FollowForm frame={frame} target={handle} />
      <Case name={word.wrong}>
        <FollowForm frame={frame} target={`${handle}_`} typed="jardins.example" refusal="at-sign-missing" />
      </Case>
      <p class="search-tries">
        {word.tries} <a href="#following">{word.one}</a> <a href="#following">{word.two}</a>
      </p>
    </Sample>
  );
}
