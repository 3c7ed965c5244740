/** What was learnt of the last few addresses, each for a while. */
export class Remembered<Value> {
  readonly #size: number;
  readonly #lifetime: number;
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();

  /** `lifetime` in milliseconds. */
  constructor(size: number, lifetime: number) {
    this.#size = size;
    this.#lifetime = lifetime;
  }

  get(key: string): Value | null {
    const entry = this.#entries.get(key);
    return entry && entry.until > Date.now() ? entry.value : null;
  }

  /** Until when it is remembered, in milliseconds of the epoch; null when it is not. */
  until(key: string): number | null {
    const entry = this.#entries.get(key);
    return entry && entry.until > Date.now() ? entry.until : null;
  }

  /** `learnt`: from when its lifetime counts, in milliseconds of the epoch. */
  keep(key: string, value: Value, learnt = Date.now()): Value {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: learnt + this.#lifetime });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#size && oldest !== undefined) this.#entries.delete(oldest);
    return value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}
