import type { Language } from "../foundation/language.ts";

/** What a room's calls say of themselves to those who read the description of the API. */
export interface RoomTexts {
  /** The names of its groups of calls. */
  readonly tags: Readonly<Record<string, string>>;
  /** By `operationId`. */
  readonly operations: Readonly<Record<string, { readonly summary: string; readonly description: string }>>;
  /** What each problem means and what to do, by its code. */
  readonly problems: Readonly<Record<string, string>>;
  /** What may stand in an address or a header, by its name. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What the whole API says of itself. */
export interface ApiTexts extends RoomTexts {
  readonly parameters: Readonly<Record<string, string>>;
  /** The first words of the description. */
  readonly introduction: string;
}

/** The texts of the frame and of all rooms. */
export function joinTexts(
  frame: Record<Language, ApiTexts>,
  rooms: readonly Record<Language, RoomTexts>[],
): Record<Language, ApiTexts> {
  const join = (language: Language): ApiTexts => {
    const { introduction, ...shared } = frame[language];
    const parts = [shared, ...rooms.map((room) => room[language])];
    return {
      introduction,
      parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)),
      tags: Object.assign({}, ...parts.map(({ tags }) => tags)),
      operations: Object.assign({}, ...parts.map(({ operations }) => operations)),
      problems: Object.assign({}, ...parts.map(({ problems }) => problems)),
    };
  };
  return { fr: join("fr"), en: join("en") };
}
