import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    globalSetup: ["test/support/cluster.ts"],
    setupFiles: ["test/support/setup.ts"],
    include: ["test/**/*.test.{ts,tsx}"],
    // Nothing is measured by them: they only end what hangs, on the slowest machine too.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
});
