/** What is wrong with a request to an inbox: the status to answer with, and why. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: 202 | 400 | 401 | 403 | 413 | 415 | 421 | 503;

  constructor(status: Refused["status"], reason: string) {
    super(reason);
    this.status = status;
  }
}
