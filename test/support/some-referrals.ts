import {
  type ReferralDocument,
  type TakenDocument,
  writeReferral,
  writeReferralAcceptance,
  writeReferralNews,
  writeReferralOffer,
  writeReferralRefusal,
  writeReferralUndo,
  writeTaken,
} from "../../federation/vocabulary/referral.ts";

const there = "https://hote-b.example/ap";

/** All that is said when one host points somebody at another, by the name of its example: by our host `host`, of one that points, and of one that is pointed at. */
export function referralExamples({ origin, host, now }: { origin: string; host: string; now: Date }) {
  const uuid = (n: number) => `0192f1a0-0000-7000-8000-0000000000b${n}`;
  const activity = (n: number) => `${origin}/ap/activities/${uuid(n)}`;
  const exchange = (n: number) => ({ id: activity(n), actor: host, to: `${there}/actors/1` });
  const referral: ReferralDocument = {
    ...{ id: `${origin}/ap/relationships/${uuid(1)}`, by: host, about: `${there}/proposals/1`, language: "fr" },
    need: "Une association cherche 200 Go pour ses dossiers ; chez nous c’est complet.",
    page: `${origin}/referrals/qSVP9vTgMZ6vJ9vAq3mJ1k1d5hVnZbQf0mJ0yq8Xw2E`,
    ...{ handing: "agreed", asked: now, expires: new Date(now.getTime() + 30 * 86_400_000) },
  };
  const taken: TakenDocument = {
    ...{ id: `${origin}/ap/relationships/${uuid(2)}`, by: host, from: `${there}/actors/1` },
    ...{ referral: `${there}/relationships/1`, standing: "placed", answered: now },
  };
  const offered = `${there}/activities/1`;
  const said = "Avec plaisir.";
  return {
    "22-referral": writeReferralOffer(exchange(3), referral),
    "22b-referral-document": writeReferral(referral, `${there}/actors/1`),
    "22c-referral-taken": writeReferralAcceptance(exchange(4), offered, { taken, said, language: "fr" }),
    "22d-taken-document": writeTaken(taken),
    "22e-referral-declined": writeReferralRefusal(exchange(5), offered, "Nous sommes complets aussi.", "fr"),
    "22f-referral-news": writeReferralNews(exchange(6), "Update", referral.id),
    "22g-referral-taken-back": writeReferralUndo(exchange(7), activity(3), referral.id),
  };
}
