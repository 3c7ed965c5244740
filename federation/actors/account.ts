/** The account of an actor elsewhere, "name@host": from its id and the name it was last seen under. */
export function accountOf(actor: string, handle: string | null): string {
  const { host, pathname } = new URL(actor);
  return `${handle ?? pathname.split("/").at(-1) ?? ""}@${host}`;
}
