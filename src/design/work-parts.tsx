import { State } from "../availability/state-parts.tsx";
import { dateWords } from "../foundation/date-words.ts";
import { GroupedMenu, type MenuEntry } from "../web/desk-menu.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import { words } from "./desk-sample-words.ts";
import { words as offerWords } from "./reading-words.ts";
import { sampleAvailability, sampleOffers } from "./sample-offers.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

type Props = Pick<SamplesProps, "frame">;

export function DeskSample({ frame }: Props) {
  const word = words[frame.language].desk;
  const offering = [entry("offers", word.places.offers), entry("doors", word.places.doors)];
  return (
    <Sample frame={frame} id="desk-frame" title={word.title} text={word.text} sheets={["desk", "desk-nav"]}>
      <div class="desk sheet-frame">
        <GroupedMenu
          language={frame.language}
          label={word.menu}
          first={entry("today", word.places.today)}
          parts={[
            { id: "sample-offering", label: word.parts.offering, entries: offering },
            { id: "sample-asked", label: word.parts.asked, entries: [entry("messages", word.places.messages)] },
          ]}
        />
        <div class="desk-main">
          <div class="desk-head">
            <div class="stack stack-2">
              <h4 class="like-h3">{word.head}</h4>
              <p>{word.lead}</p>
            </div>
            <a class="button button-main button-small desk-person" href="#desk-frame">
              <Icon name="plus" /> {word.action}
            </a>
          </div>
          <p class="narrow desk-foot small soft gap-above">{word.foot}</p>
        </div>
      </div>
    </Sample>
  );
}

const places = {
  today: ["house-line", 2],
  offers: ["folder-open", 0],
  doors: ["door-open", 1],
  messages: ["chat-circle-text", 1],
} as const satisfies Readonly<Record<string, readonly [IconName, number]>>;

function entry(place: keyof typeof places, label: string): MenuEntry {
  const [icon, waiting] = places[place];
  return { href: "#desk-frame", icon, label, waiting, here: place === "today", kept: place === "doors" };
}

export function TaskSample({ frame }: Props) {
  const word = words[frame.language].tasks;
  return (
    <Sample frame={frame} id="tasks" title={word.title} text={word.text} sheets={["tasks"]}>
      <ul class="tasks">
        <li class="task task-urgent">
          <Icon name="warning" />
          <div>
            <h3>{word.urgent}</h3>
            <p>{word.urgentText}</p>
          </div>
          <div class="task-do">
            <button class="button button-main button-small" type="button">
              {word.urgentDo}
            </button>
            <a class="button button-small" href="#tasks">
              {word.change}
            </a>
          </div>
        </li>
        <li class="task">
          <Icon name="envelope-simple" />
          <div>
            <h3>{word.asked}</h3>
            <p>{word.askedText}</p>
          </div>
          <div class="task-do">
            <a class="button button-small" href="#tasks">
              {word.answer}
            </a>
          </div>
        </li>
      </ul>
    </Sample>
  );
}

export function TableSample({ frame, now }: SamplesProps) {
  const word = words[frame.language].table;
  return (
    <Sample frame={frame} id="tables" title={word.title} text={word.text} sheets={["table"]}>
      <table class="table table-stack table-lines">
        <caption class="sr">{word.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{word.offer}</th>
            <th scope="col">{word.seen}</th>
            <th scope="col">{word.confirmed}</th>
            <th class="table-number" scope="col">
              {word.places}
            </th>
            <th scope="col">
              <span class="sr">{word.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sampleOffers(frame.language, offerWords[frame.language], now).map((offer, i) => (
            <OfferRow frame={frame} now={now} title={offer.content.title} places={i === 0 ? 7 : null} />
          ))}
        </tbody>
        <tbody class="table-pair">
          <tr>
            <th scope="row">
              <a href="#tables">{word.offer}</a>
            </th>
            <td class="table-said" colspan={4}>
              {word.seen}
            </td>
          </tr>
          <tr>
            <td class="table-do" colspan={5}>
              <a class="button button-small" href="#tables">
                {word.confirm}
              </a>
            </td>
          </tr>
        </tbody>
      </table>
      <WideTable frame={frame} />
    </Sample>
  );
}

function OfferRow({ frame, now, title, places: free }: SamplesProps & { title: string; places: number | null }) {
  const word = words[frame.language].table;
  const availability = free === null ? null : sampleAvailability("limited", now, { slots: free });
  return (
    <tr>
      <th scope="row">
        <span class="option">
          <input type="checkbox" aria-label={`${word.choose}, ${title}`} /> <a href="#tables">{title}</a>
        </span>
      </th>
      <td class="table-named" data-word={word.seen}>
        <State availability={availability} now={now} language={frame.language} brief />
      </td>
      <td class="nowrap" data-word={word.confirmedWord}>
        {availability && dateWords(availability.confirmed, frame.language, "short")}
      </td>
      <td class="table-number" data-word={word.placesWord}>
        {free ?? "–"}
      </td>
      <td>
        <div class="table-do">
          <a class="button button-small" href="#tables">
            {word.confirm}
          </a>
        </div>
      </td>
    </tr>
  );
}

// What can be moved sideways has to be reached by the keyboard.
function WideTable({ frame }: Props) {
  const word = words[frame.language].table;
  return (
    <section class="table-wide" aria-label={word.wide} tabindex={0}>
      <table class="table">
        <thead>
          <tr>
            {word.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {word.row.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
