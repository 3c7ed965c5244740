/** Waits until something is so, as long as a busy machine may take; what it last threw or gave stands in the error. */
export async function eventually<T>(look: () => Promise<T> | T, seconds = 60): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1_000;
  let last: unknown = null;
  while (Date.now() < end) {
    try {
      const value = await look();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it did not come about within ${seconds} s: ${String(last)}`);
}
