import { done, type Outcome, refused } from "../foundation/outcome.ts";

export type AccountRefusal = "account-missing" | "at-sign-missing" | "account-malformed";

/** Reads the Fediverse address that somebody typed (`@a@b`, `a@b`, `acct:a@b`, the address of their profile) as `a@b`. */
export function readAccount(typed: string): Outcome<string, AccountRefusal> {
  const text = typed.trim().replaceAll(/[\s\u200b-\u200f\u2060\ufeff]/g, "");
  if (text === "") return refused("account-missing");
  const account = /^https?:\/\//i.test(text) ? fromProfile(text) : text.replace(/^(acct:|web\+ap:)?@?/i, "");
  if (account === null) return refused("account-malformed");
  if (!account.includes("@")) return refused("at-sign-missing");
  const [, name, domain] = /^([^@/:?#]+)@([^@/?#\\]+)$/.exec(account) ?? [];
  if (name === undefined || domain === undefined || !URL.canParse(`https://${domain}`))
    return refused("account-malformed");
  const { host } = new URL(`https://${domain}`);
  return host.includes(".") || host.includes(":") ? done(`${name}@${host}`) : refused("account-malformed");
}

/** The permanent address under which a template of theirs opens our actor; null when the template leads nowhere safe. */
export function fillTemplate(template: string, actor: string, plain: boolean): string | null {
  const filled = template
    .replaceAll(/\{(uri|object|actor|id)\}/g, encodeURIComponent(actor))
    .replaceAll(/\{[a-z]*\}/gi, "");
  if (!URL.canParse(filled)) return null;
  const { protocol, username } = new URL(filled);
  const safe = protocol === "https:" || (plain && protocol === "http:");
  return safe && username === "" ? filled : null;
}

// https://b/@a, https://b/users/a, https://b/a/a …: the name stands last.
function fromProfile(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  const [, name] =
    /^\/(?:@|(?:users|u|a|c|author|accounts|profile|channel|ap\/users)\/@?)([^/@]+)\/?$/.exec(pathname) ?? [];
  const plain = name === undefined ? null : decoded(name);
  return plain === null ? null : `${plain}@${host}`;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null; // a "%" that stands for nothing
  }
}
