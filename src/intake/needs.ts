import { toolNamed, tools } from "../directory/wishes.ts";
import { needs } from "../hosts/vocabularies.ts";
import { afterArticle, articles, needSayings } from "./need-sayings.ts";
import {
  exactPhrases,
  type Found,
  findPhrases,
  loosePhrases,
  means,
  overlaps,
  phraseAt,
  type Range,
} from "./phrases.ts";
import type { Token } from "./tokens.ts";
import { ordinaryNames, softwareAliases, toolAliases } from "./tool-names.ts";

/** What somebody needs, as the vocabulary names it; what is guessed has to be confirmed. */
export interface NeedsRead {
  readonly needs: readonly Found<Named>[];
  readonly software: readonly Found<Named>[];
  /** Tools that they want to leave. */
  readonly leaving: readonly Found<Named>[];
}

export interface Named {
  /** The code of a need, or the name of a tool. */
  readonly name: string;
  readonly sure: boolean;
}

/** Needs in people's own words, software, and tools to leave; where no need is said, those that a name stands for. */
export function findNeeds(tokens: readonly Token[]): NeedsRead {
  const named = findPhrases(names, tokens).filter((one) => isName(tokens, one));
  const software = firstOfEach(named.filter(({ value }) => value.kind === "software").map(surely));
  const leaving = firstOfEach(
    named
      .filter(({ value }) => value.kind === "tool")
      .map((one) => ({ ...one, value: { name: one.value.name, sure: leaves(tokens, one.from) } })),
  );
  const said = findPhrases(sayings, tokens).filter(
    (one) => !named.some((name) => overlaps(name, one)) && isSaid(tokens, one),
  );
  const spoken = firstOfEach(said.map((one) => ({ ...one, value: { name: one.value, sure: true } })));
  return { needs: spoken.length > 0 ? spoken : guessed(software.length > 0 ? software : leaving), software, leaving };
}

interface Name {
  readonly kind: "software" | "tool";
  readonly name: string;
}

const software = [...new Set(needs.flatMap(({ softwareExamples }) => softwareExamples))];

const names = exactPhrases<Name>([
  ...software.flatMap((name) => name.split("/").map((part) => [part, { kind: "software", name }] as const)),
  ...softwareAliases.map(([alias, name]) => [alias, { kind: "software", name: listed(name) }] as const),
  ...tools.map((name) => [name, { kind: "tool", name }] as const),
  ...toolAliases.map(([alias, name]) => [alias, { kind: "tool", name: toolNamed(name) ?? name }] as const),
]);

/** As the vocabulary writes it: "Matrix" stands in "Matrix/Element". */
function listed(name: string): string {
  return software.find((one) => one === name || one.split("/").includes(name)) ?? name;
}

const sayings = loosePhrases(Object.entries(needSayings).flatMap(([code, all]) => means(code, all)));

/** "Sympa" is a program, "sympa" is nice. */
function isName(tokens: readonly Token[], { from, to }: Found<Name>): boolean {
  const token = tokens[from];
  return to > from + 1 || token === undefined || !ordinaryNames.has(token.text) || token.capital || token.tag;
}

/** "Un site" is wanted; "lovely site" is praise. */
function isSaid(tokens: readonly Token[], { from, to }: Range): boolean {
  const alone = to === from + 1 && afterArticle.has(tokens[from]?.text ?? "");
  return !alone || articles.has(tokens[from - 1]?.text ?? "");
}

const surely = (one: Found<Name>): Found<Named> => ({ ...one, value: { name: one.value.name, sure: true } });

function firstOfEach(all: readonly Found<Named>[]): readonly Found<Named>[] {
  return all.filter(({ value }, at) => all.findIndex((one) => one.value.name === value.name) === at);
}

/** The needs for which a tool is an example: likely, not said. */
function guessed(tools: readonly Found<Named>[]): readonly Found<Named>[] {
  const likely = tools.flatMap((tool) =>
    needs
      .filter(({ softwareExamples, alternativeTo }) =>
        [...softwareExamples, ...alternativeTo].includes(tool.value.name),
      )
      .map(({ code }) => ({ ...tool, value: { name: code, sure: false } })),
  );
  return firstOfEach(likely);
}

/** Within a few words before a tool, that somebody wants something else. */
function leaves(tokens: readonly Token[], at: number): boolean {
  const starts = [1, 2, 3, 4, 5].map((back) => at - back).filter((from) => from >= 0);
  const same = starts.filter((from) => !tokens.slice(from, at).some(({ text }) => endsSentence.has(text)));
  return same.some((from) => phraseAt(leavings, tokens, from) !== null);
}

const endsSentence = new Set([".", "!", "?", ";", "\n"]);

const leavings = exactPhrases(
  means(
    true,
    `
  alternative a; alternative; alternatives; quitter; quittons; quitte; quittent; remplacer; remplace; sortir;
  arreter; abandonner; au lieu; plutot que; se passer; changer de; lacher; fuir; a la place; alternative to;
  leave; leaving; replace; replacing; instead of; quit; away from; ditch; stop using; get rid of; migrate from;
  moving off; move off
`,
  ),
);
