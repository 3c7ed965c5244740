import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument, type XmlNode } from "libxml2-wasm";
import { projectPath } from "../../src/foundation/project-path.ts";

const schema = RelaxNGValidator.fromDoc(
  XmlDocument.fromString(readFileSync(projectPath("test", "support", "atom.rng"), "utf8")),
);

/** Reads a feed as a strict reader does; throws where the XML or the format (RFC 4287) is not kept. */
export function readAtom(xml: string) {
  using document = XmlDocument.fromString(xml);
  schema.validate(document);
  const { root } = document;
  return {
    ...parts(root, ["id", "title", "updated", "author/name", "author/uri", "icon"]),
    language: textOf(root, "@xml:lang"),
    links: Object.fromEntries(find(root, "link").map((link) => [textOf(link, "@rel"), textOf(link, "@href")])),
    entries: find(root, "entry").map((entry) => ({
      ...parts(entry, ["id", "title", "content", "published", "updated"]),
      page: textOf(entry, "a:link/@href"),
    })),
  };
}

const atom = { a: "http://www.w3.org/2005/Atom" };
const find = (node: XmlNode, name: string) => node.find(`a:${name}`, atom);
const textOf = (node: XmlNode, path: string) => node.get(path, atom)?.content ?? null;

function parts<Name extends string>(node: XmlNode, names: readonly Name[]): Record<Name, string> {
  const read = names.map((name) => [name, textOf(node, `a:${name.replace("/", "/a:")}`) ?? ""]);
  return Object.fromEntries(read);
}
