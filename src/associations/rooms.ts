/** The rooms of an association, by the ends of their addresses. */
export const rooms = ["", "/news", "/following", "/people", "/profile", "/account"] as const;
export type Room = (typeof rooms)[number];
