import type { Child } from "hono/jsx";

/** What is typed or sent as it stands. */
export function Code({ children }: { readonly children: Child }) {
  return (
    <pre class="code">
      <code>{children}</code>
    </pre>
  );
}
