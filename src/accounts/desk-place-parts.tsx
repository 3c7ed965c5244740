import { type DeskEnv, DeskLayout } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type AccountDeps, provePerson, showSecretPage } from "./account-parts.tsx";
import { enter } from "./journal.ts";
import type { OwnPlace } from "./own-place-parts.tsx";

/** `/admin/account`: where somebody of the host's team looks after how they come in. */
export function deskPlace(deps: AccountDeps): OwnPlace<DeskEnv> {
  return {
    ...deps,
    path: "/admin/account",
    ownerOf: (c) => c.get("person"),
    asksPassword: async () => true,
    async show(c, { title, content, path, scripts = [], secret = false }, status = 200) {
      const frame = await deps.frameOf(c);
      const page = (
        <DeskLayout frame={path === undefined ? frame : { ...frame, path }} here="account" {...{ title, scripts }}>
          {content}
        </DeskLayout>
      );
      return secret ? showSecretPage(c, page, status) : showDeskPage(c, page, status);
    },
    async prove(c, password) {
      const proof = await provePerson(deps, c, await deps.frameOf(c), password);
      return "sentence" in proof ? proof : "proven";
    },
    note: (tx, c, deed, subject) => enter(tx, c.get("person"), { deed, ...(subject && { subject }), now: deps.now() }),
  };
}
