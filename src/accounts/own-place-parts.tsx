import type { Context, Env } from "hono";
import type { Child } from "hono/jsx";
import type { Transaction } from "../foundation/database.ts";
import type { Frame } from "../web/layout.tsx";
import type { Account } from "./account.ts";
import type { PasskeyDeps } from "./passkey-ceremonies.ts";

/** Whose account it is. */
type Owner = Pick<Account, "id" | "name" | "email">;

/** It is they; or the sentence and status of the refusal. */
type Proof = "proven" | { readonly sentence: string; readonly status: 422 | 429 };

/** A page about one's own account, inside the frame of its place. */
interface OwnPage {
  readonly title: string;
  readonly content: Child;
  /** Where a switch of the language leads, when that is not the address asked for. */
  readonly path?: string;
  readonly scripts?: readonly string[];
  /** It shows something once: no browser may keep it. */
  readonly secret?: boolean;
}

/** Where somebody looks after how they come in: at the desk, or for an association. Keys and codes are the same in both. */
export interface OwnPlace<Here extends Env> extends PasskeyDeps {
  /** The address of the page of one's account. */
  readonly path: string;
  frameOf(c: Context<Here>): Promise<Frame>;
  ownerOf(c: Context<Here>): Owner;
  show(c: Context<Here>, page: OwnPage, status?: 200 | 422 | 429): Promise<Response>;
  /** Whether the present password is asked for: a browser that was left open must not be enough. */
  asksPassword(c: Context<Here>): Promise<boolean>;
  prove(c: Context<Here>, password: string): Promise<Proof>;
  /** Remembers what was done, where somebody else reads it. */
  note(tx: Transaction, c: Context<Here>, deed: string, subject?: string): Promise<void>;
}
