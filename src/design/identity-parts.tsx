import { asset } from "../web/assets.ts";
import { Emblem, Icon, iconNames } from "../web/icon.tsx";
import { Colours } from "./colour-parts.tsx";
import { words } from "./identity-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** The mark, the colours, the letters, the space, the icons: what is the same on every page. */
export function IdentitySamples({ frame }: SamplesProps) {
  return (
    <>
      <Mark frame={frame} />
      <Emblems frame={frame} />
      <Colours frame={frame} />
      <Letters frame={frame} />
      <Space frame={frame} />
      <Icons frame={frame} />
      <Pictures frame={frame} />
      <Motion frame={frame} />
    </>
  );
}

type Props = Pick<SamplesProps, "frame">;

function Mark({ frame }: Props) {
  const word = words[frame.language].mark;
  const sizes = [
    ["mark.svg", 96, word.full],
    ["icon-small.svg", 28, word.small],
    ["favicon.svg", 32, word.icon],
  ] as const;
  return (
    <Sample frame={frame} id="mark" title={word.title} text={word.text} sheets={[]}>
      <div class="cluster">
        <span class="like-display">Essaim</span>
        {sizes.map(([file, size, name]) => (
          <figure class="emblem-name">
            <img src={asset(`img/${file}`)} alt="" width={size} height={size} />
            <figcaption class="small">{name}</figcaption>
          </figure>
        ))}
      </div>
    </Sample>
  );
}

const hosts = ["four-banal.example", "mille-sabots.example", "semaphore.example", "tilleul.example"];

function Emblems({ frame }: Props) {
  const word = words[frame.language].emblem;
  const own = new URL(frame.origin).host;
  return (
    <Sample frame={frame} id="emblem" title={word.title} text={word.text} sheets={["emblem"]}>
      <ul class="cluster">
        {[own, ...hosts].map((address) => (
          <li class="emblem-name small">
            <Emblem address={address} size={64} />
            <span>{address}</span>
          </li>
        ))}
      </ul>
      <p class="cluster band sample-band">
        {hosts.map((address) => (
          <Emblem address={address} size={44} />
        ))}
      </p>
    </Sample>
  );
}

function Letters({ frame }: Props) {
  const word = words[frame.language].type;
  return (
    <Sample frame={frame} id="type" title={word.title} text={word.text} sheets={[]}>
      <p class="like-display">{word.display}</p>
      <p class="like-title">{word.heading}</p>
      <p class="like-title-small">{word.card}</p>
      <p class="lead">{word.lead}</p>
      <p>
        {word.body} <a href="#type">{word.link}</a>, <strong>{word.strong}</strong>, <small>{word.small}</small>
      </p>
      <ul class="list">
        <li>{word.item}</li>
        <li>abcdefghijklmnopqrstuvwxyz àâçéèêëîïôùûüœ</li>
        <li>Il1 O0 8B rn m</li>
      </ul>
    </Sample>
  );
}

const steps = [4, 8, 12, 16, 24, 32, 48, 72] as const;

function Space({ frame }: Props) {
  const word = words[frame.language].space;
  return (
    <Sample frame={frame} id="space" title={word.title} text={word.text} sheets={["card"]}>
      <ul class="space-steps">
        {steps.map((step, i) => (
          <li>
            <svg width={step} height={step} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
              <rect class="space-step" width="1" height="1" />
            </svg>
            <small>
              s{i + 1}, {step} px
            </small>
          </li>
        ))}
      </ul>
      <div class="grid">
        <div class="sheet">{word.sheet}</div>
        <div class="sheet sheet-soft">{word.soft}</div>
      </div>
    </Sample>
  );
}

function Icons({ frame }: Props) {
  const word = words[frame.language].icons;
  return (
    <Sample frame={frame} id="icons" title={word.title} text={word.text} sheets={["icon"]}>
      <ul class="icon-list">
        {iconNames.map((name) => (
          <li class="icon-text">
            <Icon name={name} /> <small>{name}</small>
          </li>
        ))}
      </ul>
    </Sample>
  );
}

function Pictures({ frame }: Props) {
  const word = words[frame.language].pictures;
  const pictures = [
    ["empty.svg", word.empty],
    ["lost.svg", word.lost],
    ["flight.svg", word.flight],
  ] as const;
  return (
    <Sample frame={frame} id="pictures" title={word.title} text={word.text} sheets={[]}>
      <div class="grid">
        {pictures.map(([file, name]) => (
          <figure class="picture">
            <img src={asset(`img/${file}`)} alt="" width="240" height="140" />
            <figcaption class="small soft">{name}</figcaption>
          </figure>
        ))}
      </div>
    </Sample>
  );
}

function Motion({ frame }: Props) {
  const word = words[frame.language].motion;
  return (
    <Sample frame={frame} id="motion" title={word.title} text={word.text} sheets={[]}>
      <p>{word.try}</p>
    </Sample>
  );
}
