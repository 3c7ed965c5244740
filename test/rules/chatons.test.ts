// Every .properties line here is synthetic, after the documentation of the format.
import { describe, expect, test } from "vitest";
import { readChatonsFile } from "../../src/exchange/chatons/file.ts";
import * as kinds from "../../src/exchange/chatons/kinds.ts";
import { readLines, writeLine } from "../../src/exchange/chatons/lines.ts";
import { readOrganization } from "../../src/exchange/chatons/organization.ts";
import { readService } from "../../src/exchange/chatons/service.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { chatonsCode, codesOf, fromChatonsCode } from "../../src/hosts/vocabularies.ts";
import { draftOf, needsMetBy } from "../../src/services/draft.ts";
import { StoredService } from "../../src/services/form.ts";
import { isSpdx } from "../../src/services/licenses.ts";

function lines(text: string) {
  const read = readLines(text);
  if (!read.done) throw new Error(read.reason);
  return read.value;
}

function said(text: string, key = "a.b") {
  return lines(text).byKey.get(key)?.value;
}

function service(text: string) {
  const read = readService(lines(`service.name = A\n${text}`));
  if (!read.done) throw new Error(read.reason);
  return read.value;
}

describe("a line", () => {
  test.each([
    ["a.b=c", "c"],
    ["  a.b  =  c  ", "c"],
    ["a.b = c=d", "c=d"],
    ["a.b = 'c'", "c"],
    ['a.b = "c"', "c"],
    ["a.b = 'l\\'ami'", "l'ami"],
    ["a.b = l\\'ami", "l'ami"],
    ["a.b = 'c", "'c"],
    ["a.b = '", "'"],
    ["a.b = # c", "# c"],
    ["A.B = c", "c"],
    ["a.b =", ""],
    ["a.b = ''", ""],
  ])("%j means %j", (row, value) => expect(said(row)).toBe(value));

  test.each(["'c'", '"c"', "l\\'ami", " c ", "'", "c'", "\\", "''", "a=b"])("can hold %j", (value) => {
    expect(said(writeLine("a.b", value))).toBe(value);
  });

  test("of a name that has changed is read under its name of today, whichever comes first", () => {
    const read = lines(
      "organization.logo.url = https://a.example/\norganization.socialnetworks.pixelfeld = https://b.example/",
    );
    expect([...read.byKey.values()].map(({ key }) => key)).toEqual([
      "organization.logo",
      "organization.socialnetworks.pixelfed",
    ]);
    expect(lines("organization.geography = a\norganization.geolocation.address = b").misread).toEqual([
      { line: 2, key: "organization.geolocation.address", reason: "said-twice" },
    ]);
  });

  test("that cannot be one is reported with its number and what can be shown of it", () => {
    expect(
      lines(`\n# a\nhello\n= b\nname = c\na.\u001b[2J = d\na.b = \u0000\na.${"x".repeat(300)} = 1`).misread,
    ).toEqual([
      { line: 3, key: "hello", reason: "no-equals-sign" },
      { line: 4, key: "", reason: "malformed-key" },
      { line: 5, key: "name", reason: "malformed-key" },
      { line: 6, key: "a.\uFFFD[2J", reason: "malformed-key" },
      { line: 7, key: "a.b", reason: "control-characters" },
      { line: 8, key: `a.${"x".repeat(78)}`, reason: "too-long" },
    ]);
  });
});

describe("a value", () => {
  test.each([
    ["2020-07-06", "2020-07-06"],
    ["2020-7-6", "2020-07-06"],
    ["2020-07-06T14:23:20", "2020-07-06"],
    ["2020-07-06 14:23", "2020-07-06"],
    ["2020-07-06T14:23:20.123+02:00", "2020-07-06"],
    ["06/07/2020", "2020-07-06"],
    ["6/7/2020 14:23:20", "2020-07-06"],
    ["31/02/2020", null],
    ["2020-13-01", null],
    ["2020", null],
    ["hier", null],
  ])("%j is the day %j", (text, day) => {
    const read = kinds.day.read(text);
    expect(read.done ? read.value : null).toBe(day);
  });

  test("is a degree with a point or a comma", () => {
    expect(["48,8566", "-1.5", "+2", "48°"].map((text) => kinds.degree.read(text))).toEqual([
      { done: true, value: "48.8566" },
      { done: true, value: "-1.5" },
      { done: true, value: "+2" },
      { done: false, reason: "not-a-number" },
    ]);
  });

  test("of a list is separated by commas or semicolons", () => {
    expect(service("service.registration = None; free,MEMBER;").content.registration).toEqual([
      "none",
      "free",
      "member",
    ]);
  });

  test("of a code that is not known is kept as it was found, and reported", () => {
    const { content, misread } = service("service.registration.load = Half\nHOST.server.type = TOASTER");
    expect(content.load).toBeNull();
    expect(content.extra).toEqual({ "service.registration.load": "Half", "HOST.server.type": "TOASTER" });
    expect(misread.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "unknown-code"],
      [3, "unknown-code"],
    ]);
  });
});

test("a file says what it is, or its lines do", () => {
  const what = (text: string) => {
    const read = readChatonsFile(Buffer.from(text));
    return read.done ? read.value.what : read.reason;
  };
  expect(what("file.class = ORGANIZATION\nfile.url = x")).toBe("organization");
  expect(what("organization.name = A")).toBe("organization");
  expect(what("\uFEFFservice.name = A\r\nmetrics.a.b = 1")).toBe("service");
  expect(what("file.class = Service\nmetrics.a.b = 1")).toBe("metrics");
  expect(what("file.class = Federation\norganization.name = A")).toBe("federation");
  expect(what("federation.name = A")).toBe("federation");
  expect(what("file.class = Device")).toBe("device");
  expect(what("file.class = Service")).toBe("name-missing");
  expect(what("key = value")).toBe("not-this-format");
  const odd = readChatonsFile(Buffer.from("file.class = Host\nservice.name = A"));
  expect(odd.done && odd.value.lines.misread).toEqual([{ line: 1, key: "file.class", reason: "unknown-code" }]);
});

test("who has left a federation is no longer named as its member", () => {
  const current = { ...emptyProfile("A", "fr"), memberOf: ["CHATONS", "Autre"] };
  const read = readOrganization(
    lines("organization.memberof.chatons.enddate = 2024-01-01"),
    current,
    "https://a.example",
  );
  expect(read.done && read.value.profile.memberOf).toEqual(["Autre"]);
});

test("of the states of an availability the format knows two, and of our legal forms all but one", () => {
  // Written out, because these losses are part of what the format costs.
  expect(codesOf("availability").map((code) => [code, chatonsCode("availability", code)])).toEqual([
    ["open", "OPEN"],
    ["limited", "OPEN"],
    ["by-approval", "OPEN"],
    ["waiting-list", "FULL"],
    ["between-waves", "FULL"],
    ["paused", "FULL"],
    ["closed", "FULL"],
    ["ending", "FULL"],
  ]);
  expect(["OPEN", "FULL", "HALF"].map((code) => fromChatonsCode("availability", code))).toEqual([
    "open",
    "waiting-list",
    null,
  ]);
  const lost = codesOf("legalForms").filter(
    (code) => fromChatonsCode("legalForms", chatonsCode("legalForms", code) ?? "") !== code,
  );
  expect(lost).toEqual(["public-body"]);
});

test("the needs of a draft are those its software is known for", () => {
  expect(needsMetBy("Etherpad Lite")).toEqual(["pad"]);
  expect(needsMetBy("nextcloud")).toEqual(["file-sharing"]);
  expect(needsMetBy("Nextcloud Mail")).toEqual(["email"]);
  expect(needsMetBy("Rocket.Chat")).toEqual(["chat"]);
  expect(needsMetBy("Element")).toEqual(["chat"]);
  expect(needsMetBy("Nextcloudish")).toEqual([]);
  expect(needsMetBy("Logiciel maison")).toEqual([]);
});

test("a draft says of its registration what an offer can say of it", () => {
  const said = (registration: string[]) => draftOf(StoredService.parse({ name: "A", registration }), "fr").registration;
  expect([["none"], ["free"], ["member"], ["client"], [], ["free", "client"]].map(said)).toEqual([
    ...["none", null, "member", "on-request"],
    ...[null, null],
  ]);
});

test("a licence is known by its SPDX name, alone or with others", () => {
  for (const known of [
    "AGPL-3.0-or-later",
    "mit",
    "GPL-2.0+",
    "(MIT OR Apache-2.0) AND CC0-1.0",
    "LicenseRef-ours",
    null,
  ])
    expect(isSpdx(known), String(known)).toBe(true);
  for (const unknown of ["AGPLv3", "libre", "MIT Apache-2.0", "GNU AGPL v3", "MIT OR", ""])
    expect(isSpdx(unknown), unknown).toBe(false);
});
