import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import {
  cancelFunding,
  draftFunding,
  extendFunding,
  openFunding,
  redraftFunding,
  reopenFunding,
} from "../../src/funding/changes.ts";
import { deliverFunding } from "../../src/funding/delivering.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { listFundingNews, writeNews } from "../../src/funding/news.ts";
import { chooseProposal, listProposals, makeProposal, withdrawProposal } from "../../src/funding/proposals.ts";
import { findFunding, findFundingById, listFunding } from "../../src/funding/queries.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { bringUpToDate, settleDueFunding } from "../../src/pledges/due.ts";
import { confirmPledge, makePledge } from "../../src/pledges/making.ts";
import { listPledges, listToAskAgain } from "../../src/pledges/queries.ts";
import { databaseOfTests } from "../support/database.ts";
import { asked, must, promise, someFunding, someParty } from "../support/funding.ts";

const db = await databaseOfTests(6);
const now = new Date("2026-11-26T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const party = () => change((tx) => someParty(tx, now));
const by = ({ requester }: FundingRequest, at = now) => ({ by: requester.id, now: at });
const stateOf = async ({ id }: FundingRequest) => (await findFundingById(db, id))?.state;
const pledge = async (request: FundingRequest, amount: number, who?: string, more = {}) => {
  const saying = { request: request.id, by: who ?? (await party()).id, now };
  return must(await change((tx) => makePledge(tx, promise(amount, more), saying)));
};
const told = async ({ id }: FundingRequest) => {
  const { rows } = await sql<{ name: string }>`
    select name from events where event ->> 'request' = ${id} and name like 'funding-%' order by position`.execute(db);
  return rows.map(({ name }) => name.replace("funding-", ""));
};
const sign = (request: FundingRequest, at = now, until: Date | null = null) =>
  change((tx) => commitFunding(tx, request.code, { ...by(request, at), until }));

describe("a draft", () => {
  test("has a short code without signs that are mistaken for others, and no name before it is opened", async () => {
    const requester = await party();
    const draft = must(await change((tx) => draftFunding(tx, asked({}, now), { requester, now })));
    expect(draft).toMatchObject({ code: expect.stringMatching(/^[2-9bcdfghjkmnpqrstvwxz]{4}$/), handle: null });
    const opened = must(await change((tx) => openFunding(tx, draft.code, { by: requester.id, now })));
    expect(opened).toMatchObject({ state: "open", handle: `fonds_${draft.code}`, opened: now });
    expect(await findFunding(db, draft.code.toUpperCase())).toMatchObject({ id: draft.id });
  });

  test("may be rewritten; an open request may not, by us or by anything that writes to the database", async () => {
    const requester = await party();
    const { code } = must(await change((tx) => draftFunding(tx, asked({}, now), { requester, now })));
    const deed = { by: requester.id, now };
    const other = asked({ goal: { mode: "all-or-nothing", minimum: "700.00" } }, now);
    expect((await change((tx) => redraftFunding(tx, code, other, deed))).done).toBe(true);
    await change((tx) => openFunding(tx, code, deed));
    const frozen = { done: false, reason: "terms-frozen" };
    expect(await change((tx) => redraftFunding(tx, code, asked({}, now), deed))).toEqual(frozen);
    for (const one of ["minimum = 1", "mode = 'recurring'", "license = 'MIT'", "closes = now()", "content = '{}'"])
      await expect(sql`update funding_requests set ${sql.raw(one)} where code = ${code}`.execute(db)).rejects.toThrow(
        /frozen|moves once/,
      );
  });

  test("is listed nowhere, and opened by its author alone", async () => {
    const [requester, other] = [await party(), await party()];
    const { code } = must(await change((tx) => draftFunding(tx, asked({}, now), { requester, now })));
    expect((await listFunding(db)).map((one) => one.code)).not.toContain(code);
    const deed = { by: other.id, now };
    expect(await change((tx) => openFunding(tx, code, deed))).toEqual({ done: false, reason: "not-allowed" });
  });
});

describe("the deadline", () => {
  test("moves once, to where it was announced, and in time", async () => {
    const request = await someFunding(db, now, { extension: "2027-02-28" });
    const plain = await someFunding(db, now);
    const extend = (one: FundingRequest, at = now) => change((tx) => extendFunding(tx, one.code, by(one, at)));
    expect(await extend(plain)).toEqual({ done: false, reason: "no-extension-announced" });
    expect(await extend(request, later(90))).toEqual({ done: false, reason: "deadline-passed" });
    expect(must(await extend(request)).closes).toEqual(new Date("2027-02-28T23:00:00Z"));
    expect(await extend(request)).toEqual({ done: false, reason: "extended-already" });
  });

  test("ends a request that was not reached, and one that was waits for its order to be signed", async () => {
    const [failing, reached, keeping] = [
      await someFunding(db, now),
      await someFunding(db, now),
      await someFunding(db, now, { goal: { mode: "keep-what-you-raise", minimum: "600.00" } }),
    ];
    await pledge(failing, 59_999);
    await pledge(reached, 60_000);
    await pledge(keeping, 1_000);
    await settleDueFunding(db, later(60));
    expect(await Promise.all([failing, reached, keeping].map(stateOf))).toEqual(["open", "reached", "open"]);
    await settleDueFunding(db, later(70));
    expect(await Promise.all([failing, reached, keeping].map(stateOf))).toEqual(["failed", "reached", "reached"]);
    expect((await listPledges(db, needed(await findFundingById(db, failing.id)))).map(({ state }) => state)).toEqual([
      "released",
    ]);
    expect(await told(failing)).toEqual(["opened", "failed"]);
  });
});

function needed<Value>(value: Value | null): Value {
  if (value === null) throw new Error("there is none");
  return value;
}

describe("the order", () => {
  test("is signed at once where nobody else promised", async () => {
    const request = await someFunding(db, now);
    await pledge(request, 60_000, request.requester.id);
    expect(must(await sign(request))).toMatchObject({ state: "committed", committed: now });
    expect(await told(request)).toEqual(["opened", "reached", "confirmations-asked", "committed"]);
  });

  test("is signed once all have confirmed", async () => {
    const request = await someFunding(db, now);
    const one = await pledge(request, 60_000);
    expect(must(await sign(request)).state).toBe("reached");
    expect(await sign(request)).toEqual({ done: false, reason: "confirmations-pending" });
    must(await change((tx) => confirmPledge(tx, one.pledge, { request: request.id, by: one.party, now })));
    await bringUpToDate(db, request.id, now);
    expect(await stateOf(request)).toBe("committed");
  });

  test("is signed without those who did not confirm in time, where the rest suffices", async () => {
    const request = await someFunding(db, now);
    const [one, other] = [await pledge(request, 60_000), await pledge(request, 5_000)];
    await sign(request, now, later(3));
    must(await change((tx) => confirmPledge(tx, one.pledge, { request: request.id, by: one.party, now })));
    await settleDueFunding(db, later(2));
    expect(await stateOf(request)).toBe("reached");
    await settleDueFunding(db, later(3));
    expect(await stateOf(request)).toBe("committed");
    const pledges = await listPledges(db, needed(await findFundingById(db, request.id)));
    expect(new Map(pledges.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [one.pledge, "confirmed"],
        [other.pledge, "lapsed"],
      ]),
    );
  });

  test("is not signed where the rest does not suffice: the request is open again, or has failed", async () => {
    for (const [at, state] of [
      [3, "open"],
      [90, "failed"],
    ] as const) {
      const request = await someFunding(db, now);
      await pledge(request, 60_000);
      await sign(request, now, later(at));
      await settleDueFunding(db, later(at));
      expect(await stateOf(request)).toBe(state);
    }
  });

  test("leaves nobody bound whose condition does not hold", async () => {
    const request = await someFunding(db, now);
    const { id } = request.requester;
    await pledge(request, 60_000, id);
    await pledge(request, 1_000, id, { condition: { total: 900_000, participants: null } });
    await sign(request);
    const pledges = await listPledges(db, needed(await findFundingById(db, request.id)));
    expect(pledges.map(({ state }) => state).sort()).toEqual(["confirmed", "lapsed"]);
  });

  test("is signed by who asks or signs for all, and nobody else brings about that a promise lapses", async () => {
    const request = await someFunding(db, now);
    await pledge(request, 60_000);
    const stranger = await party();
    await sign(request, now, later(1));
    const attempt = await change((tx) =>
      commitFunding(tx, request.code, { by: stranger.id, now: later(2), until: null }),
    );
    expect(attempt).toEqual({ done: false, reason: "not-allowed" });
    expect((await listPledges(db, request)).map(({ entry }) => entry.act)).toEqual(["make"]);
  });
});

describe("what comes after", () => {
  test("is told step by step; shared development ends with its public repository", async () => {
    const request = await someFunding(db, now, { kind: "shared-development", license: "AGPL-3.0-or-later" });
    await pledge(request, 60_000, request.requester.id);
    await sign(request);
    const deliver = (report: { text: string; deliverable: string | null } | null) =>
      change((tx) => deliverFunding(tx, request.code, report, by(request)));
    expect(must(await deliver(null)).state).toBe("delivering");
    expect(await deliver({ text: "Voilà.", deliverable: null })).toEqual({
      done: false,
      reason: "deliverable-missing",
    });
    const deliverable = "https://git.example/outil";
    expect(must(await deliver({ text: "Voilà.", deliverable }))).toMatchObject({ state: "delivered", ended: now });
    expect(await listFundingNews(db, request.id)).toMatchObject([{ kind: "outcome", text: "Voilà.", deliverable }]);
    expect(await deliver(null)).toEqual({ done: false, reason: "wrong-state" });
  });

  test("of a failure is a closing word, and a smaller request whose author may ask the same people again", async () => {
    const request = await someFunding(db, now);
    const { party: willing } = await pledge(request, 1_000);
    await settleDueFunding(db, later(70));
    const word = { kind: "closing", text: "Merci à toutes et à tous.", deliverable: null } as const;
    expect((await change((tx) => writeNews(tx, request.code, word, by(request, later(70))))).done).toBe(true);
    const smaller = asked({ goal: { mode: "all-or-nothing", minimum: "10.00" }, deadline: "2027-06-30" });
    const again = must(await change((tx) => reopenFunding(tx, request.code, smaller, by(request, later(70)))));
    expect(again).toMatchObject({ state: "draft", previous: request.id });
    expect((await listToAskAgain(db, again)).map(({ id }) => id)).toEqual([willing]);
    expect(await listPledges(db, again)).toEqual([]);
  });

  test("can be nothing: who asked gives it up, or the instance does", async () => {
    const [one, other] = [await someFunding(db, now), await someFunding(db, now)];
    must(await change((tx) => cancelFunding(tx, one.code, by(one))));
    const stranger = await party();
    must(await change((tx) => cancelFunding(tx, other.code, { by: stranger.id, role: "instance", now })));
    expect([await stateOf(one), await stateOf(other)]).toEqual(["cancelled", "cancelled"]);
  });
});

describe("hosts", () => {
  const content = {
    ...({ visibility: "requester", text: "Un Nextcloud.", amount: 58_000, currency: "EUR", period: "year" } as const),
    ...{ ready: "2027-03-01", terms: null, url: null },
  };

  test("answer a request; who asks reads all, and chooses one", async () => {
    const request = await someFunding(db, now);
    const [one, other] = [await party(), await party()];
    const propose = (who: string) => change((tx) => makeProposal(tx, request.code, content, { by: who, now }));
    const [first, second] = [must(await propose(one.id)), must(await propose(other.id))];
    expect(await listProposals(db, request, null)).toEqual([]);
    expect(await listProposals(db, request, other.id)).toMatchObject([{ id: second.id, ready: "2027-03-01" }]);
    expect(await listProposals(db, request, request.requester.id)).toHaveLength(2);
    const choose = (id: string, who: string) => change((tx) => chooseProposal(tx, request.code, id, { by: who, now }));
    expect(await choose(first.id, other.id)).toEqual({ done: false, reason: "not-allowed" });
    expect(must(await choose(first.id, request.requester.id)).state).toBe("chosen");
    expect(await choose(second.id, request.requester.id)).toEqual({ done: false, reason: "chosen-already" });
    const withdraw = (who: string) => change((tx) => withdrawProposal(tx, request.code, second.id, { by: who, now }));
    expect(await withdraw(one.id)).toEqual({ done: false, reason: "not-allowed" });
    expect(must(await withdraw(other.id)).state).toBe("withdrawn");
  });

  test("that are not called are not heard", async () => {
    const named = await party();
    const request = await someFunding(db, now, { call: { to: "some", hosts: [named.actor] } });
    const propose = (who: string) => change((tx) => makeProposal(tx, request.code, content, { by: who, now }));
    expect((await propose(named.id)).done).toBe(true);
    expect(await propose((await party()).id)).toEqual({ done: false, reason: "hosts-not-called" });
  });

  test("of this site’s own host are called by any address of the site, and by no other", async () => {
    const site = "https://pomme.example";
    const host = randomUUID();
    await db.insertInto("parties").values({ id: host, kind: "host", name: "La Pomme", created: now }).execute();
    const answer = async (named: string) => {
      const { code } = await someFunding(db, now, { call: { to: "some", hosts: [named] } });
      return (await change((tx) => makeProposal(tx, code, content, { by: host, now, site }))).done;
    };
    expect([await answer(site), await answer(`${site}/@la_pomme`)]).toEqual([true, true]);
    expect(await answer("https://pomme.example.evil.example/@la_pomme")).toBe(false);
  });
});
