import { getLogger } from "@logtape/logtape";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configureLog, withRequest } from "../../src/foundation/log.ts";

let written: string[] = [];
const write = (line: string) => void written.push(line);
const log = getLogger(["essaim", "test"]);

beforeEach(() => configureLog({ logLevel: "info", logFormat: "json" }, write));
afterEach(() => {
  written = [];
});

describe("the log", () => {
  test("says when, how grave, where and what, as one JSON object a line", () => {
    log.info("{count} offers read", { count: 3 });
    const [line = ""] = written;
    expect(line).toMatch(/\n$/);
    expect(JSON.parse(line)).toMatchObject({
      level: "info",
      category: "essaim.test",
      message: "3 offers read",
      count: 3,
    });
  });

  test("is readable as text too", async () => {
    await configureLog({ logLevel: "info", logFormat: "text" }, write);
    log.warn("the queue is {state}", { state: "long" });
    expect(written[0]).toMatch(/^\d{4}-\S+Z WARNING essaim\.test: the queue is long state=long\n$/);
  });

  test("never holds bodies, secrets or persons, neither as a property nor in the message", () => {
    const told = {
      activity: { content: "kept-out" },
      body: "kept-out",
      headers: { authorization: "kept-out" },
      email: "kept-out@example.org",
      authorization: "Bearer kept-out",
      cookie: "kept-out",
      password: "kept-out",
      keyPair: { privateKey: "kept-out" },
      actor: "https://example.org/kept-out",
      deep: { request: { body: "kept-out" }, list: [{ setCookie: "kept-out" }] },
      url: "https://example.org/admin/setup?token=kept-out&next=1",
      path: `/together/host/kept-out${"x".repeat(35)}/answer`,
      database: "postgres://essaim:kept-out@127.0.0.1:5432/postgres",
    };
    const names = Object.keys(told).map((name) => `{${name}}`);
    log.info(`all: ${names.join(" ")} {deep.request.body}`, told);
    log.error`as a template: https://example.org/?access_token=kept-out`;
    expect(written).toHaveLength(2);
    expect(written.join("")).not.toContain("kept-out");
    expect(written[0]).toContain("next=1");
  });

  test("tells where a failure arose, but not what a body said", () => {
    log.error("delivery failed: {error}", { error: new Error("500 from https://example.org\nkept-out") });
    expect(written[0]).toContain("500 from https://example.org");
    expect(written[0]).toContain("log.test.ts");
    expect(written[0]).not.toContain("kept-out");
  });

  test("carries the request's id on all that happens inside it", async () => {
    await withRequest("r-1", async () => {
      await Promise.resolve();
      log.info("inside");
    });
    log.info("outside");
    expect(JSON.parse(written[0] ?? "")).toMatchObject({ request: "r-1", message: "inside" });
    expect(JSON.parse(written[1] ?? "")).not.toHaveProperty("request");
  });

  test("lets Fedify speak of what is wrong only", () => {
    getLogger(["fedify", "federation"]).info("all is well");
    getLogger(["fedify", "federation"]).warn("something is not");
    expect(written).toHaveLength(1);
  });

  test("leaves out what is below the level that was asked for", async () => {
    await configureLog({ logLevel: "error", logFormat: "text" }, write);
    log.warn("unheard");
    log.error("heard");
    expect(written).toHaveLength(1);
  });
});
