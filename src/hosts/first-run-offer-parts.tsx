import type { Context } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Person } from "../web/desk-places.ts";
import type { Option, Wrong } from "../web/form-parts.tsx";
import { onceSent } from "../web/sent-forms.ts";
import { leaveStep } from "./first-run-changes.ts";
import { words } from "./first-run-words.ts";

/** How a first offer comes to be: this room does not look inside. */
export interface FirstOffers {
  models(language: Language): readonly Option[];
  /** Writes a draft from a model. */
  fromModel(tx: Transaction, model: string, asked: Asked): Promise<void>;
  /** Has a file or an address looked at; returns where one sees what it would change. */
  fromElsewhere(tx: Transaction, given: Given, asked: Asked): Promise<string>;
}

interface Asked {
  readonly language: Language;
  readonly by: Person;
  readonly now: Date;
}

/** An address, or a file in base64 with its name. */
interface Given {
  readonly source: string;
  readonly file: string | null;
}

/** The way somebody chose. */
export type FirstOffer =
  | { readonly way: "model"; readonly model: string }
  | { readonly way: "import"; readonly given: Given };

/** Reads the step of the first offer; whoever gives an address or a file means to import it. */
export async function readFirstOffer(
  c: Context,
  offers: FirstOffers,
  language: Language,
): Promise<Outcome<FirstOffer, Wrong>> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === "string" ? form[name].trim().slice(0, 2_000) : "");
  const word = words[language].offer;
  const file = form["file"] instanceof File && form["file"].size > 0 ? form["file"] : null;
  const [way, address] = [text("way"), text("address")];
  if (offers.models(language).some(({ value }) => value === way)) return done({ way: "model", model: way });
  if (way !== "import" && file === null && address === "") return refused({ way: word.wayMissing });
  if (file !== null) return done({ way: "import", given: { source: file.name, file: await base64Of(file) } });
  if (address === "") return refused({ address: word.sourceMissing });
  return isWebAddress(address)
    ? done({ way: "import", given: { source: address, file: null } })
    : refused({ address: word.addressMalformed });
}

/** Does it, once however often it is sent; returns where to go on. */
export async function startFirstOffer(
  { db, now, firstOffers }: DeskDeps & { readonly firstOffers: FirstOffers },
  c: Context<DeskEnv>,
  language: Language,
  wanted: FirstOffer,
  form: string,
): Promise<string> {
  const by = c.get("person");
  const asked = { language, by, now: now() };
  const path = await db.transaction().execute((tx) =>
    onceSent(tx, { form, account: by.id, now: asked.now }, async () => {
      await leaveStep(tx, "offer", "done");
      if (wanted.way === "model") {
        await firstOffers.fromModel(tx, wanted.model, asked);
        return "/admin/first-run/end";
      }
      await enter(tx, by, { deed: "import-begun", subject: wanted.given.source, now: asked.now });
      return firstOffers.fromElsewhere(tx, wanted.given, asked);
    }),
  );
  return path ?? "/admin/first-run";
}

const base64Of = async (file: File): Promise<string> => Buffer.from(await file.arrayBuffer()).toString("base64");

const isWebAddress = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
