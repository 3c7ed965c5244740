import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { turns } from "../foundation/turns.ts";
import { type Logo, type LogoRefusal, logoLimits, pictureKind } from "./logo.ts";

/** Reads an uploaded picture, judged by what it holds. Nothing of the file is kept but what is drawn anew from it. */
export async function readLogo(file: File): Promise<Outcome<Logo, LogoRefusal>> {
  if (file.size === 0) return refused("logo-missing");
  if (file.size > logoLimits.bytes) return refused("logo-too-heavy");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = pictureKind(bytes);
  if (kind === null) return refused("logo-not-a-picture");
  if (kind === "svg") return refused("logo-is-svg");
  return oneAtATime(() => draw(bytes));
}

// A large picture takes a hundred megabytes for a moment: never twice.
const oneAtATime = turns(1);

async function draw(bytes: Uint8Array): Promise<Outcome<Logo, LogoRefusal>> {
  // Loaded for the first upload only: a server at rest does without.
  const { openUpload, drawLogo } = await import("./logo-drawing.ts");
  const upload = await openUpload(bytes);
  return upload.done ? done(await drawLogo(upload.value)) : upload;
}
