export const reviewsPath = "/admin/followers/reviews";

/** Where a claim of a host is reviewed. */
export const writePath = (origin: string, claim: string): string =>
  `${reviewsPath}/write?${new URLSearchParams({ origin, claim })}`;

/** Where the host's own commitments are written, and its answers. */
export const answersPath = "/admin/host/commitments";
