/** Where the feeds of every host stand; stable addresses. */
export const feeds = { news: "/feed.atom", offers: "/offers/feed.atom", availability: "/availability.atom" } as const;

export type FeedName = keyof typeof feeds;

export const feedNames = Object.keys(feeds) as readonly FeedName[]; // Object.keys forgets what the keys are
