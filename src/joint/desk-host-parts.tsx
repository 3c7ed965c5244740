/** A host that may be named. */
export interface KnownHost {
  readonly name: string;
  /** Its own page. */
  readonly url: string;
}

/** What is offered while an address is typed; without it, one copies the address. */
export function HostList({ known }: { readonly known: readonly KnownHost[] }) {
  return (
    <datalist id="known-hosts">
      {known.map(({ name, url }) => (
        <option value={url}>{name}</option>
      ))}
    </datalist>
  );
}
