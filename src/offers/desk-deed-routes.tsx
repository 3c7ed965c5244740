import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { findHost } from "../hosts/queries.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { createOffer, deleteOffer, withdrawOffer } from "./changes.ts";
import { DeletePage, WithdrawPage } from "./desk-end-page.tsx";
import { deskOffer, writes } from "./desk-parts.tsx";
import { PublishPage } from "./desk-publish-page.tsx";
import {
  act,
  type DeskContext,
  needWorking,
  type OffersDeskDeps,
  orAgain,
  orConflict,
  orLate,
  readEntries,
} from "./desk-requests-parts.tsx";
import { sectionNames, traceOf } from "./desk-sections.ts";
import { words } from "./desk-words.ts";
import { dropDraft, lockWorkingOffer, publishWorkingOffer, type WorkingOffer } from "./drafts.ts";
import type { OfferRefusal } from "./offer.ts";
import { archiveOffer, moveOffer, unarchiveOffer } from "./shelf.ts";
import { words as offerWords } from "./words.ts";

/** What is done with a whole offer: published, withdrawn, duplicated, moved, put away, deleted. */
export function deedRoutes(deps: OffersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/offers/:slug/publish", async (c) => {
      const working = await needWorking(deps, c);
      if (working.offer.state === "withdrawn") return c.redirect(deskOffer(working.offer.slug), 303);
      return showPublish(deps, c, working, {});
    })
    .post("/admin/offers/:slug/publish", (c) => publish(deps, c))
    .post("/admin/offers/:slug/drop", (c) => drop(deps, c))
    .get("/admin/offers/:slug/withdraw", async (c) => showWithdraw(deps, c, await needWorking(deps, c), ""))
    .post("/admin/offers/:slug/withdraw", (c) => withdraw(deps, c))
    .post("/admin/offers/:slug/duplicate", (c) => duplicate(deps, c))
    .post("/admin/offers/:slug/archive", (c) => archive(deps, c))
    .post("/admin/offers/:slug/unarchive", (c) => unarchive(deps, c))
    .post("/admin/offers/:slug/move", (c) => move(deps, c))
    .get("/admin/offers/:slug/delete", async (c) => {
      const [frame, working] = [await deps.frameOf(c), await needWorking(deps, c)];
      if (!writes(frame) || working.offer.state !== "draft") return c.redirect(deskOffer(working.offer.slug), 303);
      return showDeskPage(c, <DeletePage frame={frame} working={working} />);
    })
    .post("/admin/offers/:slug/delete", (c) => remove(deps, c));
}

/** What is shown before publishing: all of the offer as everyone sees it, and as they would. */
const readThere = ({ offer, content }: WorkingOffer): string => `${offer.version}.${traceOf(content, sectionNames)}`;

async function showPublish(
  deps: OffersDeskDeps,
  c: DeskContext,
  working: WorkingOffer,
  { meanwhile = false, wrong = null }: { readonly meanwhile?: boolean; readonly wrong?: OfferRefusal | null },
): Promise<Response> {
  const frame = await deps.frameOf(c);
  const changes = working.offer.state === "published";
  const host = await findHost(deps.db);
  const told = changes ? working.offer.id : host?.id;
  const [followers, post] = await Promise.all([
    told === undefined ? 0 : deps.countFollowers(told),
    deps.findPost({ ...working.offer, content: working.content }, changes ? "state" : "announcement"),
  ]);
  const sentence = wrong && offerWords[frame.language].refusals[wrong];
  const page = (
    <PublishPage {...{ frame, working, followers, post, meanwhile }} version={readThere(working)} wrong={sentence} />
  );
  return showDeskPage(c, page, meanwhile ? 409 : wrong ? 422 : 200);
}

async function publish(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const read = (await readEntries(c))["version"]?.[0];
  const outcome = await act(deps, c, async (tx, { now, who, person }) => {
    const working = await lockWorkingOffer(tx, slug);
    if (read !== readThere(working)) return { working, meanwhile: true } as const;
    const changes = working.offer.state === "published";
    const published = await publishWorkingOffer(tx, slug, { now, who, version: working.offer.version });
    if (!published.done) return { working, wrong: published.reason } as const;
    const deed = changes ? "offer-changes-published" : "offer-published";
    await enter(tx, person, { deed, subject: published.value.content.title, now });
    return { done: changes ? "changed" : "published" } as const;
  });
  if ("working" in outcome) return showPublish(deps, c, outcome.working, outcome);
  return c.redirect(`${deskOffer(slug)}?done=${outcome.done}`, 303);
}

async function drop(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  return deed(deps, c, { deed: "offer-draft-dropped", done: "dropped" }, (tx, { offer }) => dropDraft(tx, offer.slug));
}

async function showWithdraw(
  deps: OffersDeskDeps,
  c: DeskContext,
  working: WorkingOffer,
  reason: string,
  wrong?: string,
): Promise<Response> {
  const [frame, followers] = [await deps.frameOf(c), await deps.countFollowers(working.offer.id)];
  if (!writes(frame) || working.offer.state !== "published") return c.redirect(deskOffer(working.offer.slug), 303);
  const page = <WithdrawPage {...{ frame, working, followers, reason, wrong }} />;
  return showDeskPage(c, page, wrong === undefined ? 200 : 422);
}

async function withdraw(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const sent = await readEntries(c);
  const reason = (sent["reason"]?.[0] ?? "").trim();
  const { language } = await deps.frameOf(c);
  if (reason.length > 1_000)
    return showWithdraw(deps, c, await needWorking(deps, c), reason, words[language].problems["too-long"]);
  return deed(deps, c, { deed: "offer-withdrawn", done: "withdrawn" }, async (tx, { offer }, { now, who }) => {
    orConflict(
      await withdrawOffer(tx, offer.slug, now, { who, farewell: reason === "" ? null : reason, ...versionIn(sent) }),
    );
  });
}

async function duplicate(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const { offer, content } = await needWorking(deps, c);
  const form = (await readEntries(c))["form"]?.[0] ?? "";
  const duplicated = () =>
    act(deps, c, (tx, { now, who, person }) =>
      onceSent(tx, { form, account: person.id, now }, async () => {
        const made = orConflict(await createOffer(tx, content, { now, who }));
        await enter(tx, person, { deed: "offer-duplicated", subject: content.title, now });
        return `${deskOffer(made.slug)}?done=duplicated`;
      }),
    );
  return c.redirect((await orAgain(duplicated)) ?? deskOffer(offer.slug), 303);
}

async function archive(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  return deed(deps, c, { deed: "offer-archived", done: "archived" }, async (tx, { offer }, { now }) => {
    orConflict(await archiveOffer(tx, offer.slug, now));
  });
}

async function unarchive(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  return deed(deps, c, { deed: "offer-unarchived", done: "unarchived" }, async (tx, { offer }) => {
    await unarchiveOffer(tx, offer.slug);
  });
}

/** It takes hold of all offers at once: none may be held before. */
async function move(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const way = (await readEntries(c))["way"]?.[0] === "up" ? "up" : "down";
  await act(deps, c, async (tx, { now, person }) => {
    const { content } = await moveOffer(tx, slug, way);
    await enter(tx, person, { deed: "offer-moved", subject: content.title, now });
  });
  return c.redirect(`/admin/offers?done=moved#${slug}`, 303);
}

async function remove(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const sent = await readEntries(c);
  const to = () => "/admin/offers?done=deleted";
  return deed(deps, c, { deed: "offer-deleted", done: "deleted", to }, async (tx, { offer }, { now }) => {
    orConflict(await deleteOffer(tx, offer.slug, { now, ...versionIn(sent) }));
  });
}

interface Deed {
  /** As the journal calls it. */
  readonly deed: string;
  /** As the page says it. */
  readonly done: string;
  readonly to?: (slug: string) => string;
}

/** Does something to an offer, notes who did it, and goes to where it is seen. */
async function deed(
  deps: OffersDeskDeps,
  c: Context<DeskEnv>,
  { deed, done: said, to = (slug) => `${deskOffer(slug)}?done=${said}` }: Deed,
  work: (tx: Transaction, working: WorkingOffer, by: { readonly now: Date; readonly who: string }) => Promise<void>,
): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const done = act(deps, c, async (tx, by) => {
    const working = await lockWorkingOffer(tx, slug);
    await work(tx, working, by);
    await enter(tx, by.person, { deed, subject: working.content.title, now: by.now });
    return to(slug);
  });
  return c.redirect(await orLate(slug, done), 303);
}

function versionIn(sent: Readonly<Record<string, readonly string[]>>): { readonly version?: number } {
  const version = sent["version"]?.[0] ?? "";
  return /^\d{1,9}$/.test(version) ? { version: Number(version) } : {};
}
