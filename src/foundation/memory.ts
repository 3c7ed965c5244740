/** Remembers a bounded number of things, each for a while; when full, the oldest goes. */
export class Memory<Value> {
  readonly #size: number;
  readonly #lifetimeMs: number;
  readonly #kept = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor({ size, lifetimeMs }: { readonly size: number; readonly lifetimeMs: number }) {
    this.#size = size;
    this.#lifetimeMs = lifetimeMs;
  }

  find(key: string): Value | null {
    const found = this.#kept.get(key);
    if (found && found.until > Date.now()) return found.value;
    this.#kept.delete(key);
    return null;
  }

  /** `bornMs`: from when its lifetime counts, now by default. */
  keep(key: string, value: Value, bornMs = Date.now()): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: bornMs + this.#lifetimeMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#size && oldest !== undefined) this.#kept.delete(oldest);
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}
