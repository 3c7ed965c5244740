import { createHash } from "node:crypto";

/** A document as it goes over the wire. */
export interface Bytes {
  readonly body: Buffer;
  readonly etag: string;
}

const lifetime = 60_000;

/** Documents as bytes, made once and kept until something changes, and for a minute at most. */
export class Documents {
  readonly #render: (path: string) => Promise<Buffer | null>;
  readonly #size: number;
  readonly #kept = new Map<string, { readonly bytes: Bytes; readonly until: number }>();
  #generation = 0;

  constructor(render: (path: string) => Promise<Buffer | null>, size = 2_000) {
    this.#render = render;
    this.#size = size;
  }

  /** The document at a path, at once when it is known. */
  find(path: string): Bytes | null {
    const kept = this.#kept.get(path);
    return kept && kept.until > Date.now() ? kept.bytes : null;
  }

  /** The document at a path, made if need be; null when there is none. */
  async make(path: string): Promise<Bytes | null> {
    const generation = this.#generation;
    const body = await this.#render(path);
    if (body === null) return null;
    const bytes = { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
    // What was made from the state before a change is never kept after it.
    if (generation === this.#generation) this.#keep(path, bytes);
    return bytes;
  }

  /** Forgets everything: something has changed. */
  clear(): void {
    this.#generation += 1;
    this.#kept.clear();
  }

  #keep(path: string, bytes: Bytes): void {
    this.#kept.delete(path);
    this.#kept.set(path, { bytes, until: Date.now() + lifetime });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#size && oldest !== undefined) this.#kept.delete(oldest);
  }
}
