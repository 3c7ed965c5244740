import { describe, expect, test } from "vitest";
import type { ListedHost, ListedOffer } from "../../src/catalogue/catalogue.ts";
import { emptyProfile, type HostProfile, type Territory } from "../../src/hosts/host.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { OfferContent } from "../../src/offers/offer.ts";
import { closenessOf } from "../../src/partnerships/closeness.ts";
import { giversOf, lacksOf } from "../../src/partnerships/gaps.ts";
import { outsideActs, outsideAfter, outsideStates } from "../../src/partnerships/outside.ts";

const now = new Date("2026-11-27T10:00:00Z");
const content = (more: object = {}): OfferContent => StoredOffer.parse({ title: "Cloud", ...more });
const helped = (included: readonly string[], notIncluded: readonly string[]) =>
  content({ accompaniment: { included, notIncluded } });
const at = (codes: readonly string[], policy: Territory["policy"] = "only"): Territory => ({ codes, policy });

describe("what an offer lacks", () => {
  test.each([
    ["a partner that it needs", content({ requiresPartnerRole: "hosting" }), [], ["hosting needs-partner"]],
    ["help that it does not include", helped([], ["training"]), [], ["training not-included"]],
    ["support that it says it has not", content({ support: { included: false } }), [], ["support no-support"]],
    ["nothing that its host gives besides", helped([], ["training"]), ["training"], []],
    ["nothing of which it includes a part", helped(["installation"], ["data-migration"]), [], []],
    ["nothing of which it is silent", content(), [], []],
  ])("is %s", (_, offer, ours, lacks) => {
    expect(lacksOf(offer, ours).map(({ role, because }) => `${role} ${because}`)).toEqual(lacks);
  });
});

describe("how near a host is", () => {
  test.each([
    [["com:69123"], at(["com:69123"]), "com"],
    [["com:69123"], at(["dep:69"]), "dep"],
    [["dep:69"], at(["com:69123"]), "dep"],
    [["dep:69"], at(["dep:38"], "priority"), "reg"],
    [["dep:69"], at(["dep:29"], "priority"), "country"],
    [["dep:69"], at(["dep:29"]), null],
    [["dep:69"], at(["dep:29", "remote"]), "remote"],
    [["dep:69"], at(["remote"], "anywhere"), "remote"],
    [["dep:69"], null, "anywhere"],
  ] as const)("from %o to %o is %s", (codes, territory, closeness) => {
    expect(closenessOf(at(codes), { territory, commune: null })).toBe(closeness);
  });

  test("its seat counts where it names no territory", () => {
    expect(closenessOf(at(["dep:69"]), { territory: null, commune: "com:69123" })).toBe("dep");
  });
});

describe("who gives a part", () => {
  const host = (name: string, profile: Partial<HostProfile>, more: Partial<ListedHost> = {}): ListedHost => ({
    ...{ actor: `https://${name}.example/a`, origin: `https://${name}.example`, own: false, handle: name, logo: null },
    ...{ url: `https://${name}.example/`, trust: 3, confirmed: now },
    profile: { ...emptyProfile(name, "fr"), ...profile },
    ...more,
  });
  const offer = (of: string, offered: OfferContent): ListedOffer => ({
    ...{ actor: `${of}/o`, host: of, proposal: `${of}/p`, handle: "o", slug: "o", url: `${of}/o`, content: offered },
    ...{ availability: null, published: now, changed: now },
  });
  const names = (role: string, candidates: Parameters<typeof giversOf>[2]) =>
    giversOf(role, at(["dep:69"]), candidates, now).map((giver) => `${giver.host.profile.name}: ${giver.signs}`);

  test("the nearest first, and nobody who is there for others or stops", () => {
    const closing = { announced: "2026-01-01", ends: "2027-01-01", successor: null, exitGuide: null, notice: null };
    const capabilities = ["training"] as const;
    const all = [
      host("remote", { capabilities, territory: at(["remote"]) }),
      host("near", { capabilities, territory: at(["dep:69"]) }),
      host("elsewhere", { capabilities, territory: at(["dep:29"]) }),
      host("stops", { capabilities, closing }),
      host("ours", { capabilities }, { own: true }),
      host("cannot", { capabilities: ["hosting"], territory: at(["dep:69"]) }),
    ];
    const candidates = all.map((one) => ({ host: one, offers: [], plays: [] }));
    expect(names("training", candidates)).toEqual(["near: capability", "remote: capability"]);
  });

  test("whose offers include it, and who does it with others, too", () => {
    const [teaching, playing] = [host("teaching", {}), host("playing", {})];
    const offers = [offer(teaching.actor, helped(["training"], []))];
    expect(
      names("training", [
        { host: teaching, offers, plays: [] },
        { host: playing, offers: [], plays: ["training"] },
      ]),
    ).toEqual(["playing: partnership", "teaching: offer"]);
  });
});

test("a request by link changes by its table alone: answered once, taken back while it waits or is in force", () => {
  const whole = outsideStates.map((state) => [state, outsideActs.map((act) => outsideAfter(state, act))]);
  expect(Object.fromEntries(whole)).toEqual({
    sent: ["accepted", "declined", "withdrawn", "expired"],
    accepted: [null, null, "withdrawn", null],
    declined: [null, null, null, null],
    withdrawn: [null, null, null, null],
    expired: [null, null, null, null],
  });
});
