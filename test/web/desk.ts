import { randomInt } from "node:crypto";
import type { Role } from "../../src/accounts/account.ts";
import { createAdministrator } from "../../src/accounts/changes.ts";
import type { TestSite } from "../support/site.ts";

/** Somebody at the desk, as their browser: without scripts, with its cookie. */
export interface Visitor {
  get(path: string): Promise<Response>;
  /** Sends a form; redirects are not followed. */
  post(path: string, form?: Readonly<Record<string, string | readonly string[] | File>>): Promise<Response>;
  /** The cookies that it holds, by name. */
  readonly cookies: Map<string, string>;
}

export const password = "quatre chevaux de bois";

/** A browser that asks for French unless said, and keeps cookies. */
export function visitor(site: Pick<TestSite, "origin">, language = "fr"): Visitor {
  const cookies = new Map<string, string>();
  // Each is somewhere else, as far as a site believes its proxy: else they would share the limits of one address.
  const from = `198.18.${randomInt(256)}.${randomInt(256)}`;
  const ask = async (path: string, options: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      "accept-language": language,
      cookie,
      origin: site.origin,
      "user-agent": "Essai",
      "x-forwarded-for": from,
    };
    const answer = await fetch(`${site.origin}${path}`, { ...options, redirect: "manual", headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, form = {}) => ask(path, { method: "POST", body: bodyOf(form) }),
  };
}

/** Somebody with an account of this role, who is signed in. */
export async function signedIn(
  site: TestSite,
  role: Role = "administrator",
  email = `${role}@example.org`,
): Promise<Visitor> {
  await site.db.transaction().execute(async (tx) => {
    const made = await createAdministrator(tx, { email, password });
    if (made.done) await tx.updateTable("accounts").set({ role }).where("id", "=", made.value.id).execute();
  });
  const browser = visitor(site);
  await browser.post("/admin/sign-in", { email, password });
  return browser;
}

function bodyOf(form: Readonly<Record<string, string | readonly string[] | File>>): FormData | URLSearchParams {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    value instanceof File || typeof value === "string"
      ? [[name, value] as const]
      : value.map((one) => [name, one] as const),
  );
  const body = entries.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) body.append(name, value as string);
  return body;
}

/** A French sentence with the spaces that stay in a line, as pages have it. */
export function printed(text: string): string {
  return text
    .replaceAll("« ", "«\u00a0")
    .replaceAll(/ (?=[»:])/g, "\u00a0")
    .replaceAll(/ (?=[?!;])/g, "\u202f");
}
