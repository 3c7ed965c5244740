import {
  type PartnershipDocument,
  writeEndedPartnership,
  writePartnership,
  writePartnershipAccept,
  writePartnershipCounter,
  writePartnershipNews,
  writePartnershipOffer,
  writePartnershipReject,
  writePartnershipUndo,
} from "../../federation/vocabulary/partnership.ts";

interface Sides {
  readonly origin: string;
  /** The actor of our host. */
  readonly host: string;
  readonly now: Date;
}

const there = "https://hote-b.example/ap";
const other = `${there}/actors/1`;

/** All that is said of a partnership between two hosts, by the name of its example: by who asks, and by who is asked. */
export function partnershipExamples({ origin, host, now }: Sides) {
  const uuid = (n: number) => `0192f1a0-0000-7000-8000-0000000000b${n}`;
  const exchange = (n: number) => ({ id: `${origin}/ap/activities/${uuid(n)}`, actor: host, to: other });
  const theirOffer = `${there}/activities/9`;
  const asked: PartnershipDocument = {
    ...{ id: `${origin}/ap/relationships/${uuid(0)}`, subject: host, object: other, name: "Hôte A – Hôte B" },
    ...{ kind: "joint-offer", rolesOffered: ["hosting"], rolesWanted: ["training"], context: null, given: now },
    ...{ standing: "asked", shown: false },
    between: {
      ...{ message: "Nous hébergeons, vous formez\u202f?", about: null },
      expires: new Date(now.getTime() + 30 * 86_400_000),
    },
  };
  const agreed: PartnershipDocument = {
    ...{ ...asked, id: `${origin}/ap/relationships/${uuid(1)}`, context: `${there}/relationships/9` },
    ...{ standing: "accepted", shown: true, between: { message: "", about: null, expires: null } },
  };
  return {
    "19-partnership-offer": writePartnershipOffer(exchange(2), asked),
    "19b-partnership-asked": writePartnership(asked),
    "19c-partnership-withdrawn": writePartnershipUndo(exchange(3), exchange(2).id, asked.id),
    "20-partnership-accepted": writePartnershipAccept(exchange(4), theirOffer, agreed),
    "20b-partnership-declined": writePartnershipReject(exchange(5), theirOffer, "Pas cette année."),
    "20c-partnership-countered": writePartnershipCounter(exchange(6), theirOffer),
    "20d-partnership-counter-offer": writePartnershipOffer(exchange(7), {
      ...asked,
      context: `${there}/relationships/9`,
    }),
    "20e-partnership-for-everybody": writePartnership({ ...agreed, between: null }),
    "20f-partnership-news": writePartnershipNews(exchange(8), "Update", agreed.id),
    "20g-partnership-ended": writePartnershipNews(exchange(9), "Delete", agreed.id),
    "20h-partnership-tombstone": writeEndedPartnership(agreed.id, now, "ended"),
  };
}
