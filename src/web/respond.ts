import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { policyOfDesk, policyOfLeavingForms } from "./security.ts";

/** Answers with a page; it differs by reader, and where it has a form that follows, that form may lead away. */
export function showPage(
  c: Context,
  origin: string,
  page: JSX.Element | Promise<JSX.Element>,
  status: ContentfulStatusCode = 200,
) {
  c.header("vary", "Accept, Accept-Language, Cookie");
  c.header("cache-control", "no-cache");
  c.header("content-security-policy", policyOfLeavingForms(origin));
  return c.html(page as Promise<string>, status);
}

/** Answers with a page of the desk: for one person only, and its scripts are ours. */
export function showDeskPage(c: Context, page: JSX.Element | Promise<JSX.Element>, status: ContentfulStatusCode = 200) {
  c.header("vary", "Accept-Language, Cookie");
  c.header("cache-control", "private, no-cache");
  c.header("content-security-policy", policyOfDesk);
  return c.html(page as Promise<string>, status);
}
