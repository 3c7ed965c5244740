/** The languages this site speaks; what people write may be in any. */
export type Language = "fr" | "en";

export const languages: readonly Language[] = ["fr", "en"];
