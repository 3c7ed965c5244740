/** A piece of a line: words, or the address of a page. */
interface Piece {
  readonly text: string;
  readonly link: boolean;
}

type Line = readonly Piece[];

/** Parts what somebody typed into paragraphs, their lines, and the addresses in these. */
export function paragraphsOf(text: string): readonly (readonly Line[])[] {
  const paragraphs = text.replaceAll(/\r\n?/g, "\n").split(/\n[^\S\n]*\n\s*/);
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => paragraph.split("\n").map(piecesOf));
}

function piecesOf(line: string): Line {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of line.matchAll(/\bhttps?:\/\/[^\s<>"«»]+/gi)) {
    const address = withoutEnd(found);
    if (!URL.canParse(address)) continue;
    if (index > done) pieces.push({ text: line.slice(done, index), link: false });
    pieces.push({ text: address, link: true });
    done = index + address.length;
  }
  if (done < line.length) pieces.push({ text: line.slice(done), link: false });
  return pieces;
}

/** The full stop after an address is the sentence's; a bracket is, unless it was opened within. */
function withoutEnd(address: string): string {
  const shorter = address.replace(/[.,;:!?'’…*_]+$/u, "");
  const closes = shorter.endsWith(")") && shorter.split(")").length > shorter.split("(").length;
  if (closes) return withoutEnd(shorter.slice(0, -1));
  return shorter;
}
