import type { Language } from "../foundation/language.ts";
import type { DeskFrame } from "./desk.tsx";
import { Tabs } from "./tabs.tsx";

const fr = {
  label: "Essaim et abonnés",
  followers: "Abonnés",
  watches: "Veilles",
  peers: "Autres instances",
  list: "Listes d’instances",
  hosts: "Hébergeurs connus",
  reviews: "Avis et garanties",
  blocks: "Serveurs bloqués",
  deliveries: "Envois",
};
const en: typeof fr = {
  label: "Swarm and followers",
  followers: "Followers",
  watches: "Watches",
  peers: "Other instances",
  list: "Lists of instances",
  hosts: "Known hosts",
  reviews: "Reviews and vouches",
  blocks: "Blocked servers",
  deliveries: "Deliveries",
};
const words: Record<Language, typeof fr> = { fr, en };

const places = ["followers", "watches", "peers", "hosts", "reviews", "list", "blocks", "deliveries"] as const;
type SwarmPlace = (typeof places)[number];

/** Where each part of the desk's room for the swarm is. */
const swarmPath = (place: SwarmPlace): string =>
  place === "followers" ? "/admin/followers" : `/admin/followers/${place}`;

/** The parts of the desk's room for the swarm: who follows, whom we know, whom we refuse, what arrives. */
export function SwarmTabs({ frame, here }: { readonly frame: DeskFrame; readonly here: SwarmPlace }) {
  const word = words[frame.language];
  const tabs = places.map((place) => ({
    ...{ href: swarmPath(place), label: word[place] },
    ...(place === "peers" ? { count: frame.waiting.followers ?? 0 } : {}),
  }));
  return <Tabs label={word.label} here={swarmPath(here)} tabs={tabs} />;
}
