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

interface CareNoticeProps {
  readonly title: string;
  /** What was asked for was not done: it is read out, and stands first for the keyboard. */
  readonly refused?: boolean;
  readonly children: Child;
}

/** Says what somebody should know before going on. */
export function CareNotice({ title, refused = false, children }: CareNoticeProps) {
  return (
    <div class="notice notice-care" {...(refused && { role: "alert", tabindex: -1, autofocus: true })}>
      <Icon name="warning" />
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </div>
  );
}
