import { eventually } from "./eventually.ts";
import type { TestSite } from "./site.ts";

/** A partnership as the JSON API shows it. */
export interface ShownPartnership {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly waitsFor: string;
  readonly relationship: string;
  readonly theirs: string | null;
  readonly public: boolean;
  readonly counters: string | null;
  readonly reason: string | null;
  readonly message: string;
  readonly rolesOffered: readonly string[];
}

export async function hostActorOf({ db, origin }: TestSite): Promise<string> {
  const { id } = await db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  return `${origin}/ap/actors/${id}`;
}

/** One site asks another, through the JSON API. */
export async function askedBy(site: TestSite, other: TestSite, more: object = {}): Promise<ShownPartnership> {
  const to = await hostActorOf(other);
  const body = {
    to,
    kind: "joint-offer",
    rolesOffered: ["hosting"],
    rolesWanted: ["training"],
    message: "On s’y met ?",
  };
  const response = await site.api("POST", "/partnerships", { ...body, ...more });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as ShownPartnership;
}

export async function partnershipsOf(site: TestSite): Promise<readonly ShownPartnership[]> {
  const response = await site.api("GET", "/partnerships");
  return ((await response.json()) as { items: ShownPartnership[] }).items;
}

/** Does something with one of them. */
export async function act(site: TestSite, id: string, deed: string, body?: object): Promise<ShownPartnership> {
  const response = await site.api("POST", `/partnerships/${id}/${deed}`, body);
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as ShownPartnership;
}

/** Waits until a site has one such. */
export const untilPartnership = (site: TestSite, fits: (one: ShownPartnership) => boolean) =>
  eventually(async () => (await partnershipsOf(site)).find(fits) ?? null);
