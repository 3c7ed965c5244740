import { type Context, Hono } from "hono";
import { isId, listKnown } from "../acting/known.ts";
import { type ActingEnv, askWho, showOwn } from "../acting/who-parts.tsx";
import { readPlace, territoryOf } from "../directory/place-asked.ts";
import { dayOf } from "../foundation/day.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { readFrame } from "../hosts/parts.tsx";
import { placeName } from "../hosts/place-names.ts";
import { decimalOf } from "../offers/price.ts";
import { ErasedPage } from "../web/erased-page.tsx";
import { readSent } from "../web/sent.ts";
import { aboutOf, listKnownHosts } from "./ask-knowing.ts";
import { AskPage } from "./ask-page.tsx";
import { type Filled, fillIn, readAsk } from "./ask-reading.ts";
import { type AskDeps, addFaults, faultWords, isAdding, whoAsks, withoutHost } from "./ask-routes.tsx";
import { type Act, type ActDeps, acts } from "./asking-acts.ts";
import { AskingPage, MinePage } from "./asking-page.tsx";
import type { AskRefusal } from "./changes.ts";
import { chosenOf } from "./choosing.ts";
import { changeAsking } from "./drafting.ts";
import { eraseAsking } from "./erasing.ts";
import type { Faults } from "./form.ts";
import { findPaper } from "./papers.ts";
import { findAsking, findAskingByLink, listAskings, listHostsOf } from "./queries.ts";
import type { Asking } from "./together.ts";
import { words } from "./words.ts";

export interface AskingDeps extends AskDeps, ActDeps {}

/** `/together/…`: what an association asks, for itself alone, by its private link or as who it has shown to be. */
export function askingRoutes(deps: AskingDeps): Hono<ActingEnv> {
  const routes = new Hono<ActingEnv>()
    .get("/together/mine", (c) => showMine(deps, c))
    .get("/together/erased", (c) => showErased(deps, c))
    .get("/together/:key", async (c) => show(deps, c, await find(deps, c), null))
    .get("/together/:key/edit", async (c) => edit(deps, c, await find(deps, c), null))
    .post("/together/:key/edit", (c) => change(deps, c))
    .post("/together/:key/erasure", (c) => erase(deps, c));
  for (const [path, act] of Object.entries(acts)) routes.post(`/together/:key/${path}`, (c) => doAct(deps, c, act));
  return routes;
}

/** A private link, or its id for who asked with an account; wrong is as if it were not. */
async function find(deps: AskingDeps, c: Context): Promise<Asking> {
  const key = c.req.param("key") ?? "";
  const asking = /^[\w-]{43}$/.test(key)
    ? await findAskingByLink(deps.db, key)
    : isId(key)
      ? await findOwn(deps, c, key)
      : null;
  if (asking === null) throw new NotFound();
  return asking;
}

async function findOwn(deps: AskingDeps, c: Context, id: string): Promise<Asking | null> {
  const asking = await findAsking(deps.db, id);
  if (asking?.party == null) return null;
  const known = await listKnown(deps.db, await whoAsks(deps, c));
  return known.some(({ party }) => party === asking.party) ? asking : null;
}

const linkOf = (c: Context): string => `/together/${c.req.param("key") ?? ""}`;

async function doAct(deps: AskingDeps, c: Context, act: Act): Promise<Response> {
  const asking = await find(deps, c);
  const sent = await readSent(c);
  const { did, outcome } = await deps.db.transaction().execute((tx) => act(tx, asking, sent, deps));
  if (outcome.done) return c.redirect(`${linkOf(c)}?done=${did}`, 303);
  return show(deps, c, await find(deps, c), outcome.reason, 422);
}

async function erase(deps: AskingDeps, c: Context): Promise<Response> {
  const { id } = await find(deps, c);
  await deps.db.transaction().execute((tx) => eraseAsking(tx, id, deps.now()));
  return c.redirect("/together/erased", 303);
}

async function show(
  deps: AskingDeps,
  c: Context,
  asking: Asking,
  refusal: AskRefusal | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const link = linkOf(c);
  const props = {
    ...{
      frame: { ...frame, path: link },
      asking,
      link,
      byLink: asking.party === null,
      done: c.req.query("done") ?? null,
    },
    hosts: await listHostsOf(deps.db, asking.id),
    paper: await findPaper(deps.db, asking),
    refusal: refusal && refusal !== "reason-missing" ? words[frame.language].refusals[refusal] : null,
    declineWrong: refusal === "reason-missing" ? words[frame.language].refusals[refusal] : null,
  };
  return showOwn(deps, c, <AskingPage {...props} />, status);
}

interface Tried {
  readonly filled: Filled;
  readonly wrong: Faults;
  readonly refused?: AskRefusal;
}

async function edit(deps: AskingDeps, c: Context, asking: Asking, tried: Tried | null): Promise<Response> {
  if (asking.state !== "draft") throw new NotFound();
  const { frame } = await readFrame(deps, c.req.raw);
  const filled = tried?.filled ?? (await filledOf(deps, asking, frame.language));
  const props = {
    ...{
      frame: { ...frame, path: `${linkOf(c)}/edit` },
      action: `${linkOf(c)}/edit`,
      all: [],
      unsure: [],
      mails: false,
    },
    ...{ kept: true, before: null, sent: filled.sent, hosts: filled.hosts, known: await listKnownHosts(deps) },
    wrong: faultWords(tried?.wrong ?? {}, frame.language),
    refused: tried?.refused ? words[frame.language].refusals[tried.refused] : null,
    about: await aboutOf(deps, asking.about),
  };
  return showOwn(deps, c, <AskPage {...props} />, tried === null ? 200 : 422);
}

/** What was written, as the form shows it. */
async function filledOf({ db }: AskingDeps, asking: Asking, language: Language): Promise<Filled> {
  const hosts = (await listHostsOf(db, asking.id)).map(chosenOf);
  const { need, needs, name, contact, people, budget, period, wished, territory } = asking;
  const keys = hosts.map(({ key }) => key);
  const sent = {
    ...{ need: [need], needs, name: [name], contact: [contact], period: [period], wished: [wished ?? ""] },
    ...{ people: [people === null ? "" : String(people)], place: [territory ? placeName(territory, language) : ""] },
    budget: [budget === null ? "" : decimalOf(budget, "EUR").replace(/\.00$/, "")],
    ...{ host: keys, listed: keys },
    roles: hosts.flatMap(({ key, draft }) => draft.roles.map((role) => `${key} ${role}`)),
  };
  return { sent, hosts, unknown: null };
}

async function change(deps: AskingDeps, c: Context): Promise<Response> {
  const asking = await find(deps, c);
  if (asking.state !== "draft") throw new NotFound();
  const raw = await readSent(c);
  const { frame } = await readFrame(deps, c.req.raw);
  const place = readPlace(raw["place"]?.[0] ?? "", frame.language);
  const filled = await fillIn(deps.db, raw, place && territoryOf(place));
  if (isAdding(raw)) return edit(deps, c, asking, { filled, wrong: addFaults(filled) });
  const read = readAsk(filled, dayOf(deps.now()), frame.language);
  if (!read.done) return edit(deps, c, asking, { filled, wrong: read.reason });
  const draft = { ...read.value, about: asking.about };
  const changed = await deps.db.transaction().execute((tx) => changeAsking(tx, asking.id, draft, deps.now()));
  if (changed.done) return c.redirect(`${linkOf(c)}?done=saved`, 303);
  return edit(deps, c, asking, { filled, wrong: {}, refused: changed.reason });
}

async function showMine(deps: AskingDeps, c: Context): Promise<Response> {
  const all = await whoAsks(deps, c);
  if (all.length === 0) return askWho(withoutHost(deps), c, { page: "/together/mine", sent: null });
  const parties = (await listKnown(deps.db, all)).map(({ party }) => party);
  const { frame } = await readFrame(deps, c.req.raw);
  return showOwn(deps, c, <MinePage frame={frame} askings={await listAskings(deps.db, parties)} />);
}

async function showErased(deps: AskingDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { text, home } = words[frame.language].erased;
  return showOwn(deps, c, <ErasedPage frame={frame} text={text} way={{ href: "/", label: home }} />);
}
