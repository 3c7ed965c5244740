import type { Actor } from "../accounts/journal.ts";

/** Somebody who acts on requests and promises, as far as they have shown who they are on this browser. */
export type Acting =
  /** Somebody of the host's team, for the host. */
  | { readonly kind: "host"; readonly name: string; readonly by: Actor }
  /** A member of an association that has an account here, for the association. */
  | { readonly kind: "association"; readonly id: string; readonly name: string }
  /** Somebody with an account of another server: `actor` is its permanent id. */
  | { readonly kind: "actor"; readonly actor: string; readonly name: string; readonly address: string };

/** As what a form says that somebody acts; one browser may have shown more than one thing. */
export const actingKey = ({ kind }: Acting): string => kind;

/** In whose name a form was sent: the one it names, else the first; null where nobody has shown who they are. */
export function actingIn(all: readonly Acting[], key: unknown): Acting | null {
  return all.find((one) => actingKey(one) === key) ?? all[0] ?? null;
}
