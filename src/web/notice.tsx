import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";

/** Says that something was done, once the page is there again. */
export function DoneNotice({ children }: { readonly children: Child }) {
  return (
    <div class="notice notice-good" role="status">
      <Icon name="check-circle" />
      <div>{children}</div>
    </div>
  );
}
