import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import vocabularies from "../../src/hosts/data/vocabularies.json" with { type: "json" };

const files = globSync("src/**/{*words,terms}.ts", { cwd: projectPath(".") });

/** Every text that stands under the name `fr`, as it is written in the file. */
function frenchOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(projectPath(file), "utf8"), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const read = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || isPiece(node))
      texts.push(node.getText());
    ts.forEachChild(node, read);
  };
  const find = (node: ts.Node): void => {
    const named = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node);
    if (named && node.name.getText() === "fr") read(node);
    else ts.forEachChild(node, find);
  };
  find(source);
  return texts;
}

const isPiece = (node: ts.Node): boolean =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

test("no French sign stands alone at the beginning of a line: the space before it does not break", () => {
  const broken = files.flatMap((file) =>
    frenchOf(file)
      .filter((text) => / [;?!»]| :(?!\/)|« /.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

test("the space before a French ; ! or ? is the narrow one, everywhere", () => {
  const wide = files.flatMap((file) =>
    frenchOf(file)
      .filter((text) => /(\\u00a0|\u00a0)[;!?]/.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(wide).toEqual([]);
});

test("what the French call the Fediverse has one French name", () => {
  expect(files.flatMap(frenchOf).filter((text) => text.includes("Fediverse"))).toEqual([]);
});

test("no French word is cut by a middle dot, which is read aloud as a sign", () => {
  const labels = [...JSON.stringify(vocabularies).matchAll(/"fr":"(.*?)"/g)].map(([, label = ""]) => label);
  expect(labels.length).toBeGreaterThan(100);
  expect([...labels, ...files.flatMap(frenchOf)].filter((text) => /\p{L}·\p{L}/u.test(text))).toEqual([]);
});
