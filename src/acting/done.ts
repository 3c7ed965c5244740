/** What was done, for the journal of the host where somebody of its team did it. */
export interface Deed {
  readonly deed: string;
  /** The title of the request. */
  readonly subject: string;
  /** Where to go on. */
  readonly path: string;
}
