import { isCode, needs as kinds } from "../hosts/vocabularies.ts";
import { fold } from "../offers/price.ts";

/** Something that an association wants: a need, or to leave a tool. */
export interface Wish {
  readonly kind: "need" | "leave";
  /** The code of the need, or the name of the tool. */
  readonly name: string;
  /** An offer for any of these grants it. */
  readonly needs: readonly string[];
}

/** What a search is asked for, each once; what is no code of ours and no tool that we know is left out. */
export function wishesOf(needs: readonly string[], alternativeTo: readonly string[]): readonly Wish[] {
  const wanted = [...new Set(needs)].filter((need) => isCode("needs", need));
  const left = [...new Set(alternativeTo.flatMap((tool) => toolNamed(tool) ?? []))];
  return [
    ...wanted.map((name) => ({ kind: "need" as const, name, needs: [name] })),
    ...left.map((name) => ({ kind: "leave" as const, name, needs: insteadOf.get(name) ?? [] })),
  ];
}

/** Of the wishes, those that an offer for these needs grants. */
export function grantedBy(needs: readonly string[], wishes: readonly Wish[]): readonly Wish[] {
  return wishes.filter((wish) => wish.needs.some((need) => needs.includes(need)));
}

/** The tool that somebody means, however it is written; null where we know none of that name. */
export function toolNamed(typed: string): string | null {
  return tools.find((tool) => fold(tool) === fold(typed)) ?? null;
}

/** What of the large companies' tools can be left, and for which needs there is something instead. */
const insteadOf: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(kinds.flatMap(({ alternativeTo }) => alternativeTo))].map((tool) => [
    tool,
    kinds.filter(({ alternativeTo }) => alternativeTo.includes(tool)).map(({ code }) => code),
  ]),
);

/** By name. */
export const tools: readonly string[] = [...insteadOf.keys()].sort((one, other) => one.localeCompare(other, "fr"));
