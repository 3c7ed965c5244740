import type { Child } from "hono/jsx";
import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { FactList, MaybeLink } from "../hosts/parts.tsx";
import { territoryName } from "../hosts/territories.ts";
import { words } from "./profile-words.ts";
import { findAssociation } from "./queries.ts";

/** An association as its public page shows it: its name alone, or all that it says. */
export async function associationShown(
  reader: Reader,
  id: string,
  language: Language,
): Promise<{ readonly name: string; readonly about: Child; readonly followable: boolean } | null> {
  const association = await findAssociation(reader, id);
  if (association === null || association.state !== "approved") return null;
  const { name, presentation, territory, sector, rna, website } = association;
  if (!association.public) return { name, about: null, followable: false };
  const word = words[language];
  const about = (
    <div class="wrap section stack stack-5">
      <p class="lines">{presentation}</p>
      <FactList
        lines={[
          [word.territory, territory && territoryName(territory, language)],
          [word.sector, sector],
          [word.website, website && <MaybeLink text={website} />],
          [word.rna, rna],
        ]}
      />
    </div>
  );
  return { name, about, followable: true };
}
