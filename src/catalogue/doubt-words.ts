import type { Language } from "../foundation/language.ts";
import { words } from "./desk-words.ts";
import type { Doubt } from "./look-alikes.ts";

/** What may deceive whoever reads a name, each in a sentence. */
export function doubtWords({ likes, mixed, foreign }: Doubt, origin: string, language: Language): readonly string[] {
  const word = words[language];
  return [
    ...likes.map((other) => word.doubtLike(other.name, new URL(other.origin).host)),
    ...(mixed ? [word.doubtMixed] : []),
    ...(foreign ? [word.doubtForeign(new URL(origin).host)] : []),
  ];
}
