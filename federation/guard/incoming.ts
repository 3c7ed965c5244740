import type { RawFields } from "./fields.ts";

/** A request to an inbox, with its whole body. */
export interface Incoming {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly fields: RawFields;
  readonly body: Uint8Array;
}
