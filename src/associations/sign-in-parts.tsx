import type { Context } from "hono";
import { type AssociationDeps, frameOf, mailsOf, showOwn } from "./member-parts.tsx";
import { SignInPage, type SignInPageProps } from "./sign-in-page.tsx";

/** Shows members the way in, with what was wrong. */
export async function ask(
  deps: AssociationDeps,
  c: Context,
  props: Pick<SignInPageProps, "back"> & Partial<SignInPageProps>,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const frame = await frameOf(deps, c, `/association/sign-in?then=${encodeURIComponent(props.back)}`);
  const page = <SignInPage {...{ frame, mails: mailsOf(deps), email: "", wrong: {}, notice: null }} {...props} />;
  return showOwn(deps, c, page, status);
}
