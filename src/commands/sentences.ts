/** A failure as one sentence for an operator. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = sentences[(error as NodeJS.ErrnoException).code ?? ""];
  return known ? `${known} (${error.message || (error as NodeJS.ErrnoException).code})` : error.message;
}

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: "PostgreSQL does not answer where DATABASE_URL says; is it running?",
  ENOTFOUND: "The server that DATABASE_URL names cannot be found.",
  EADDRINUSE: "Another program already listens on this port; set PORT (or METRICS_PORT) to a free one.",
  EACCES: "A file or port may not be used by this user.",
  ENOSPC: "The disk is full; make room first.",
  ETIMEDOUT: "PostgreSQL does not answer in time where DATABASE_URL says.",
  "53300": "PostgreSQL has no connection left; raise max_connections or stop another process.",
  "57P03": "PostgreSQL is just starting or stopping; try again in a moment.",
  "28P01": "PostgreSQL refuses the password that DATABASE_URL gives.",
  "3D000": "The database that DATABASE_URL names does not exist; create it first.",
};
