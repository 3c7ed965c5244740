import type { Handle } from "../../src/hosts/handles.ts";
import {
  actorIri,
  featuredIri,
  featuredTagsIri,
  followersIri,
  followingIri,
  inboxIri,
  outboxIri,
  pictureOf,
  sharedInboxIri,
} from "../addresses.ts";
import { words } from "../send/words.ts";
import type { Actor, Field, Picture } from "../vocabulary/actor.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { hashtags } from "./hashtags.ts";
import type { Keys } from "./keys.ts";
import type { Local } from "./local.ts";

/** What differs between one actor of ours and the next. */
export interface Appearance {
  readonly title: string;
  /** HTML. */
  readonly summary: string;
  readonly url: string;
  readonly fields: readonly Field[];
  readonly hashtags: readonly string[];
  /** Another asks before following, and nobody finds it by browsing. */
  readonly reserved?: boolean;
}

/** What all actors of ours have alike: their addresses, keys and dates. */
export function actorOf(local: Local, handle: Handle, keys: Keys, appearance: Appearance): Actor {
  const { origin } = local;
  const id = actorIri(origin, handle);
  return {
    ...appearance,
    id,
    name: handle.name,
    ...picturesOf(local, handle),
    published: handle.created,
    addresses: {
      inbox: inboxIri(id),
      outbox: outboxIri(id),
      followers: followersIri(id),
      following: followingIri(id),
      featured: featuredIri(id),
      featuredTags: featuredTagsIri(id),
      sharedInbox: sharedInboxIri(origin),
    },
    hashtags: hashtags(origin, appearance.hashtags),
    reserved: appearance.reserved ?? handle.kind === "instance",
    indexable: appearance.reserved !== true && !["instance", "watch", "intake"].includes(handle.kind),
    publicKey: keys.rsaPublicPem,
    proofKey: keys.ed25519Multibase,
  };
}

/** Some look like another: what tells of places that open, and what stands for the host. */
function drawnAs(kind: Handle["kind"]) {
  if (kind === "watch") return "availability";
  return kind === "intake" || kind === "association" ? "host" : kind;
}

function picturesOf(local: Local, { kind }: Handle): Pick<Actor, "icon" | "header"> {
  const { origin, language } = local;
  const { pictures, header } = words[language];
  const drawn = drawnAs(kind);
  const picture = (what: typeof drawn | "header", name: string): Picture => {
    return { mediaType: "image/png", url: pictureOf(origin, what), name };
  };
  const logo = kind === "host" ? logoOf(local) : null;
  return {
    icon: logo ?? picture(drawn, pictures[drawn]),
    header: kind === "instance" ? null : picture("header", header),
  };
}

/** The host's own logo, as PNG: some servers read nothing newer. */
function logoOf({ origin, language, host: { logo, profile } }: Local): Picture | null {
  const file = logo.find(({ format }) => format === "png");
  return file ? { mediaType: "image/png", url: origin + file.path, name: words[language].logo(profile.name) } : null;
}

/** A line of a profile, or none where there is nothing to say. */
export function textField(name: string, text: string | null): readonly Field[] {
  return text === null || text === "" ? [] : [{ name, text: text.slice(0, 2_000) }];
}

export function linkField(name: string, link: string | null): readonly Field[] {
  return link === null || link === "" ? [] : [{ name, link }];
}

/** Plain text as the HTML of a summary, cut where some would refuse the rest: they read 2048 characters (R14). */
export function summaryOf(text: string, length = 1_800): string {
  const html = paragraphs(text);
  if (html.length <= length) return html;
  const kept = Math.floor((text.length * length * 0.95) / html.length);
  return summaryOf(`${text.slice(0, kept).trimEnd()}…`, length);
}
