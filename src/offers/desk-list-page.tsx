import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { asset } from "../web/assets.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { Done, deskOffer, writes } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Offer, OfferState } from "./offer.ts";
import { priceLine } from "./price-words.ts";

export interface OfferListPageProps {
  readonly frame: DeskFrame;
  readonly offers: readonly Offer[];
  /** The offers of which something waits to be published. */
  readonly drafted: ReadonlySet<string>;
  /** Whether there is room, in brief. */
  stateOf(offer: Offer): Child;
  readonly done: string | null;
}

/** All offers of the host, as the public reads them, then those that it does not see. */
export function OfferListPage(props: OfferListPageProps) {
  const { frame, offers, done } = props;
  const word = words[frame.language];
  const groups = groupsOf(offers);
  return (
    <DeskLayout frame={frame} title={word.offers} here="offers">
      <div class="section-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.offers}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {writes(frame) && offers.length > 0 && (
          <a class="button button-main" href="/admin/offers/new">
            <Icon name="plus" /> {word.write}
          </a>
        )}
      </div>
      <Done done={done} language={frame.language} />
      {offers.length === 0 && <NoOffers frame={frame} />}
      {groups.map(([group, some]) => (
        <section class="stack stack-3" aria-labelledby={`group-${group}`}>
          <h2 class="like-h3" id={`group-${group}`}>
            {group === "archived" ? word.archivedGroup : word.states[group]}
          </h2>
          <OfferTable {...props} offers={some} movable={group === "published" || group === "draft"} />
        </section>
      ))}
    </DeskLayout>
  );
}

type Group = OfferState | "archived";

function groupsOf(offers: readonly Offer[]): readonly (readonly [Group, readonly Offer[]])[] {
  const order: readonly Group[] = ["published", "draft", "withdrawn", "archived"];
  const groupOf = ({ archived, state }: Offer): Group => (archived === null ? state : "archived");
  const all = order.map((group) => [group, offers.filter((offer) => groupOf(offer) === group)] as const);
  return all.filter(([, some]) => some.length > 0);
}

function OfferTable({ frame, offers, drafted, stateOf, movable }: OfferListPageProps & { readonly movable: boolean }) {
  const word = words[frame.language];
  const { columns } = word;
  const published = offers[0]?.state === "published";
  const moves = movable && offers.length > 1 && writes(frame);
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{columns.offer}</th>
          <th scope="col">{published ? columns.room : columns.changed}</th>
          <th scope="col">{columns.price}</th>
          {moves && <th scope="col">{columns.order}</th>}
        </tr>
      </thead>
      <tbody>
        {offers.map((offer, index) => (
          <tr id={offer.slug}>
            <th scope="row">
              <a href={deskOffer(offer.slug)} lang={offer.content.language}>
                {offer.content.title}
              </a>{" "}
              {drafted.has(offer.id) && <span class="tag">{word.pending}</span>}
            </th>
            <td>{published ? stateOf(offer) : dateWords(offer.changed, frame.language, "short")}</td>
            <td>{priceLine(offer.content, frame.language)}</td>
            {moves && (
              <td class="table-do offer-moves">
                <Move offer={offer} way="up" frame={frame} idle={index === 0} />
                <Move offer={offer} way="down" frame={frame} idle={index === offers.length - 1} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Move({
  offer,
  way,
  frame,
  idle,
}: {
  readonly offer: Offer;
  readonly way: "up" | "down";
  readonly frame: DeskFrame;
  readonly idle: boolean;
}) {
  const word = words[frame.language];
  return (
    <form method="post" action={deskOffer(offer.slug, "move")}>
      <button
        class="button button-small"
        type="submit"
        name="way"
        value={way}
        disabled={idle}
        aria-label={word[way](offer.content.title)}
      >
        {word[`${way}Short`]}
      </button>
    </form>
  );
}

function NoOffers({ frame }: { readonly frame: DeskFrame }) {
  const word = words[frame.language];
  const ways = [
    ["/admin/offers/new", word.fromModel, word.fromModelText],
    ["/admin/exchange", word.fromImport, word.fromImportText],
    ["/admin/offers/new?from=blank", word.fromBlank, word.fromBlankText],
  ] as const;
  return (
    <div class="empty">
      <img src={asset("img/empty.svg")} alt="" width="160" height="120" />
      <div class="stack">
        <h2 class="like-h3">{word.none}</h2>
        <p>{word.noneText}</p>
        {writes(frame) && (
          <ul class="stack stack-3">
            {ways.map(([href, label, text], index) => (
              <li class="stack stack-2">
                <a {...(index === 0 ? { class: "button button-main" } : {})} href={href}>
                  {label}
                </a>
                <p class="small soft">{text}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
