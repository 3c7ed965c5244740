import { asset } from "../web/assets.ts";
import { Emblem, Icon } from "../web/icon.tsx";
import { words } from "./paths-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

type Props = Pick<SamplesProps, "frame">;

/** What stands around every page, with a name as long as names get. */
export function FrameSample({ frame }: Props) {
  const word = words[frame.language].frame;
  const sheets = ["skip-link", "demo-banner", "site-header", "site-footer"];
  return (
    <Sample frame={frame} id="frame" title={word.title} text={word.text} sheets={sheets}>
      <p>
        <span class="like-skip-link">{word.skip}</span>
      </p>
      <div class="demo-banner">
        <div class="wrap">
          <p>
            <strong>{word.demo}</strong> {word.demoText}
          </p>
        </div>
      </div>
      <div class="site-header">
        <div class="wrap site-header-in wrap-full">
          <a class="site-name" href="#frame">
            <Emblem address="four-banal.example" size={44} />
            <span>
              {word.host}
              <small>{word.swarm}</small>
            </span>
          </a>
          <nav class="site-nav" aria-label={word.menu}>
            <ul>
              <li>
                <a href="#frame" aria-current="page">
                  {word.offers}
                </a>
              </li>
              <li>
                <a href="#frame">{word.about}</a>
              </li>
              <li class="site-member">
                <a href="#frame">{word.member}</a>
              </li>
            </ul>
          </nav>
          <p class="site-public">
            <a href="#frame">{word.public}</a>
          </p>
          <a class="button button-small" href="#desk">
            {word.desk}
          </a>
        </div>
      </div>
    </Sample>
  );
}

export function MastheadSample({ frame }: Props) {
  const word = words[frame.language].masthead;
  return (
    <Sample frame={frame} id="masthead" title={word.title} text={word.text} sheets={["masthead"]}>
      <div class="masthead">
        <img class="masthead-flight" src={asset("img/flight.svg")} alt="" width="740" height="260" />
        <div class="wrap masthead-in masthead-alone">
          <div class="masthead-words">
            <h4 class="like-display">{word.head}</h4>
            <p class="lead">{word.lead}</p>
            <p class="masthead-place icon-text">
              <Icon name="map-pin" /> <span>{word.place}</span>
            </p>
            <p class="masthead-actions">
              <a class="button button-main" href="#masthead">
                {word.action} <Icon name="arrow-right" />
              </a>
              <a href="#following">{word.other}</a>
            </p>
          </div>
        </div>
      </div>
    </Sample>
  );
}
