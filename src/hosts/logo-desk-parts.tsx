import type { Context } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { FileField, type Wrong } from "../web/form-parts.tsx";
import { Emblem } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { words as deskWords } from "./desk-words.ts";
import type { Logo } from "./logo.ts";
import { keepLogo } from "./logo-changes.ts";
import { readLogo } from "./logo-form.ts";
import { words } from "./logo-words.ts";

/** What stands for the host now, and a place for another picture. */
export function LogoFields({ frame, wrong }: { readonly frame: Frame; readonly wrong: Wrong }) {
  const word = words[frame.language];
  const { logo: own, emblem } = deskWords[frame.language];
  const logo = frame.host?.logo ?? null;
  return (
    <>
      <div class="file-now">
        {logo === null ? (
          <Emblem address={new URL(frame.origin).host} size={96} />
        ) : (
          <img class="emblem" src={logo.src} srcset={logo.srcset} alt="" width="96" height="96" />
        )}
        <span>
          <b>{logo === null ? emblem.title : own.now}</b>
          <small>{logo === null ? emblem.text : own.text}</small>
        </span>
      </div>
      <div class="gap-above">
        <FileField
          {...{ name: "logo", label: word.field, hint: word.hint, wrong: wrong["logo"] }}
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        />
      </div>
    </>
  );
}

/** Reads the picture of a form; null where none was chosen. */
export async function readSentLogo(c: Context, language: Language): Promise<Outcome<Logo | null, Wrong>> {
  const { logo: file } = await c.req.parseBody();
  if (!(file instanceof File) || file.size === 0) return done(null);
  const read = await readLogo(file);
  return read.done ? read : refused({ logo: words[language].refusals[read.reason] });
}

/** Makes a picture the host's logo, and notes who did. */
export async function saveLogo(tx: Transaction, c: Context<DeskEnv>, logo: Logo, now: Date): Promise<void> {
  await keepLogo(tx, logo, now);
  await enter(tx, c.get("person"), { deed: "host-changed", subject: "logo", now });
}
