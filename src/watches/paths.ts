/** Where a search is watched. */
export const watchPath = "/directory/watch";

/** A path with a search behind it. */
export const withSearch = (path: string, search: string): string => (search === "" ? path : `${path}?${search}`);
