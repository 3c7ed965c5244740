import type { SiteEvent } from "../../src/events.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import type { Language } from "../../src/foundation/language.ts";
import type { HoldingEvent } from "../../src/funding/events.ts";
import { findHolding } from "../../src/funding/holding.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { findHandle, intakeName } from "../../src/hosts/handles.ts";
import type { Reach } from "../reach.ts";
import { findRecipient, sendDirect } from "./direct.ts";
import { words } from "./words.ts";

const names: readonly string[] = ["funding-opening-held", "funding-let-through", "funding-opening-refused"];

export function isOfHolding(event: SiteEvent): event is HoldingEvent {
  return names.includes(event.name);
}

/** Tells who asked, alone, why the desk does not open their request. That it waits stands on its page, and that it is open is told to all. */
export async function tellHolding(
  tx: Transaction,
  { origin, language }: Pick<Reach, "origin" | "language">,
  event: HoldingEvent,
): Promise<void> {
  if (event.name !== "funding-opening-refused") return;
  const request = await findFundingById(tx, event.request);
  const speaker = await findHandle(tx, intakeName);
  const to = request?.requester.actor ? await findRecipient(tx, request.requester.actor) : null;
  if (request === null || speaker === null || to === null) return;
  const spoken = languageOf(request.content.language, language);
  const reason = (await findHolding(tx, request.id))?.reason ?? "";
  const text = words[spoken].openingRefused(request.content.title, reason, `${origin}/funding/${request.code}/edit`);
  const published = new Date(event.happened);
  await sendDirect(tx, { origin }, { speaker, to, text, language: spoken, published, of: event.id });
}

const languageOf = (tag: string, usual: Language): Language => (tag === "fr" || tag === "en" ? tag : usual);
