/** A host's logo, in every size it is shown in; square, on a ground of its own, so that it is seen on light pages and dark ones. */
export interface Logo {
  readonly files: readonly LogoFile[];
}

export type LogoFormat = "webp" | "png";

/** One size of it, as it is served. */
export interface LogoFile {
  readonly format: LogoFormat;
  /** Width and height in pixels. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** Where one size of the kept logo is: its address never comes to show anything else. */
export interface LogoAddress {
  readonly format: LogoFormat;
  readonly size: number;
  readonly path: string;
}

export type LogoRefusal =
  | "logo-missing"
  | "logo-too-heavy"
  | "logo-is-svg"
  | "logo-not-a-picture"
  | "logo-broken"
  | "logo-empty"
  | "logo-too-small"
  | "logo-too-large";

/** What an uploaded picture may be. */
export const logoLimits = { bytes: 5 * 1024 * 1024, pixels: 25_000_000, shortestSide: 96 } as const;

/** The sizes for our own pages, twice for fine screens; and the one that other servers take. */
export const logoSizes: readonly number[] = [48, 96, 192, 400];
export const largestLogo = 400;

export type PictureKind = "png" | "jpeg" | "webp" | "gif" | "avif" | "svg";

/** What a file is by how it begins, whatever its name and its sender say; null for what is no picture that we read. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2_048)).toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (/^RIFF....WEBP/s.test(head)) return "webp";
  if (/^....ftyp(.{4}){0,16}avi[fs]/s.test(head)) return "avif";
  return isSvg(head) ? "svg" : null;
}

// Written in any encoding: what counts is that its first element is a drawing.
function isSvg(head: string): boolean {
  return (
    /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(head.replaceAll("\0", "")) &&
    /<(\w+:)?svg[\s>]/i.test(head.replaceAll("\0", ""))
  );
}
