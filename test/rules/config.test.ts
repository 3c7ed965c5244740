import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/foundation/config.ts";

const read = (environment: Record<string, string>) => {
  const outcome = readConfig(environment);
  if (!outcome.done) throw new Error(outcome.reason.join(" "));
  return outcome.value;
};

describe("settings", () => {
  test("an empty environment is a whole instance on port 8080", () => {
    expect(read({})).toMatchObject({
      origin: "http://localhost:8080",
      bind: "127.0.0.1",
      databaseUrl: null,
      role: "all",
      language: "fr",
    });
  });

  test("the origin follows the port unless it is given", () => {
    expect(read({ PORT: "9000" }).origin).toBe("http://localhost:9000");
    expect(read({ PORT: "9000", ORIGIN: "https://pomme.example/" }).origin).toBe("https://pomme.example");
  });

  test.each([
    [{ PORT: "many" }, "PORT must be a number."],
    [{ ORIGIN: "pomme.example" }, "ORIGIN must be an address like https://example.org."],
    [
      { ORIGIN: "https://pomme.example/essaim" },
      "ORIGIN must be a bare origin like https://example.org, without a path.",
    ],
    [{ DATABASE_URL: "mysql://localhost/essaim" }, "DATABASE_URL must be an address like postgres://user@host/name."],
    [
      { ALLOWED_PRIVATE_RANGES: "all" },
      "ALLOWED_PRIVATE_RANGES must be a comma-separated list of ranges like 10.0.0.0/8.",
    ],
    [{ ROLE: "queen" }, "ROLE must be web, worker or all."],
    [{ MAIL_FROM: "nobody" }, "MAIL_FROM must be an e-mail address."],
  ])("%o is refused with a sentence", (environment, sentence) => {
    const outcome = readConfig(environment);
    expect(outcome).toEqual({ done: false, reason: [sentence] });
  });

  test("every wrong setting is named at once", () => {
    const outcome = readConfig({ PORT: "x", ROLE: "y" });
    expect(outcome.done ? [] : outcome.reason).toHaveLength(2);
  });
});
