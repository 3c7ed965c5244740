import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listKnownPartnerships } from "../../src/partnerships/listed.ts";
import { eventually } from "../support/eventually.ts";
import { hostOf } from "../support/joint.ts";
import { act, askedBy, hostActorOf, partnershipsOf, untilPartnership } from "../support/partnerships.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn } from "../web/desk.ts";
import { formIn } from "../web/forms.ts";

let one: TestSite;
let other: TestSite;
let third: TestSite;
beforeAll(async () => {
  one = await startSite({ name: "La Pomme", handle: "la_pomme" });
  other = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  third = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
});
afterAll(async () => {
  for (const site of [one, other, third]) await site?.[Symbol.asyncDispose]();
});

const activity = { headers: { accept: "application/activity+json" } };
const document = async (address: string) => (await (await fetch(address, activity)).json()) as Record<string, unknown>;
const status = async (address: string) => (await fetch(address, activity)).status;

describe("two hosts", () => {
  test("ask, answer with another proposal, agree, show it, and end it", async () => {
    const first = await askedBy(one, other);
    expect(first).toMatchObject({ state: "sent", waitsFor: "their-answer", from: await hostActorOf(one) });
    const came = await untilPartnership(other, ({ state }) => state === "received");
    expect(came).toMatchObject({ kind: "joint-offer", message: "On s’y met ?", theirs: first.relationship });

    const { id } = await act(other, came.id, "counter", {
      ...{ rolesOffered: ["training"], message: "Plutôt ainsi.", shown: false },
    });
    await untilPartnership(one, (found) => found.id === first.id && found.state === "countered");
    const counter = await untilPartnership(one, ({ state }) => state === "received");
    expect(counter).toMatchObject({ counters: first.id, message: "Plutôt ainsi." });

    await act(one, counter.id, "acceptance", { shown: false });
    const agreed = await untilPartnership(other, (found) => found.id === id && found.state === "accepted");
    expect(agreed.theirs).toBe(counter.relationship);
    expect([await status(agreed.relationship), await status(counter.relationship)]).toEqual([404, 404]);

    await act(one, counter.id, "showing", { shown: true });
    await act(other, id, "showing", { shown: true });
    for (const [site, at] of [
      [one, counter.id],
      [other, id],
    ] as const)
      await untilPartnership(site, (found) => found.id === at && found.public);
    const [ours, theirs] = [await document(counter.relationship), await document(agreed.relationship)];
    expect(ours).toMatchObject({ type: "Relationship", subject: theirs["object"], object: theirs["subject"] });
    expect([ours["context"], theirs["context"]]).toEqual([theirs["id"], ours["id"]]);
    expect(JSON.stringify([ours, theirs])).not.toContain("Plutôt");
    const partners = await document(`${await hostActorOf(one)}/partners`);
    expect(partners).toMatchObject({ totalItems: 1, orderedItems: [{ id: counter.relationship }] });

    await act(other, id, "end");
    await untilPartnership(one, (found) => found.id === counter.id && found.state === "ended");
    expect([await status(agreed.relationship), await status(counter.relationship)]).toEqual([410, 410]);
    expect(await document(`${await hostActorOf(one)}/partners`)).toMatchObject({ totalItems: 0 });
  });

  test("decline with a reason, and withdraw what was asked", async () => {
    const asked = await askedBy(one, other, { kind: "mutual-backup" });
    const came = await untilPartnership(other, (found) => found.theirs === asked.relationship);
    await act(other, came.id, "refusal", { reason: "Pas cette année." });
    const told = await untilPartnership(one, (found) => found.id === asked.id && found.state === "declined");
    expect(told.reason).toBe("Pas cette année.");

    const again = await askedBy(one, other, { kind: "mutual-backup" });
    await untilPartnership(other, (found) => found.theirs === again.relationship);
    await act(one, again.id, "withdrawal");
    await untilPartnership(other, (found) => found.theirs === again.relationship && found.state === "withdrawn");
  });
});

const successorAt = async (site: TestSite) => {
  const form = formIn(await (await (await signedIn(site)).get("/admin/host/closing")).text());
  return form["successor"]?.[0];
};

test("whoever knows both hosts knows of what both show, told or visited, until one ends it", async () => {
  await befriend(third, one);
  await befriend(third, other);
  const asked = await askedBy(one, other, { kind: "continuity", rolesOffered: ["continuity"], shown: true });
  const came = await untilPartnership(other, (found) => found.theirs === asked.relationship);
  await act(other, came.id, "acceptance", { shown: true });
  const known = await eventually(async () => {
    const [found] = await listKnownPartnerships(third.db, await hostActorOf(one));
    return found ?? null;
  });
  expect(known).toMatchObject({ other: await hostActorOf(other), kind: "continuity", oneRoles: ["continuity"] });
  expect(await listKnownPartnerships(one.db)).toMatchObject([{ kind: "continuity" }]);
  // Should the other one stop, the form in which it says so already names who takes over.
  const { page } = await hostOf(one);
  expect(await successorAt(other)).toBe(page);
  expect(await successorAt(one)).toBe("");
  await act(one, asked.id, "end");
  await eventually(async () => (await listKnownPartnerships(third.db)).length === 0);
  expect((await partnershipsOf(third)).length).toBe(0);
});
