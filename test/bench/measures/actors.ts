import { actorIri, type LocalKind } from "../../../federation/addresses.ts";
import { findHandle } from "../../../src/hosts/handles.ts";
import type { Subject } from "../subject.ts";

/** The permanent address of the actor of this name. */
export async function actorNamed({ db, origin }: Subject, name: string): Promise<string> {
  const handle = await findHandle(db, name);
  if (handle === null) throw new Error(`nobody is called ${name} here`);
  return actorIri(origin, { id: handle.id, kind: handle.kind as LocalKind });
}
