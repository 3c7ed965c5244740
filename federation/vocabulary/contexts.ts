/** The whole address of the public: some servers do not know it by its short forms. */
export const everyone = "https://www.w3.org/ns/activitystreams#Public";

/** What is meant by our own words; the namespace is never fetched, its terms stand in each document. */
export const namespace = "https://w3id.org/essaim/ns#";

export const activityStreams = "https://www.w3.org/ns/activitystreams";

const policies = {
  interactionPolicy: { "@id": "https://gotosocial.org/ns#interactionPolicy", "@type": "@id" },
  canQuote: { "@id": "https://gotosocial.org/ns#canQuote", "@type": "@id" },
  automaticApproval: { "@id": "https://gotosocial.org/ns#automaticApproval", "@type": "@id" },
};

/** For a Note, alone or in an activity. */
export const noteContext = [activityStreams, { Hashtag: "as:Hashtag", sensitive: "as:sensitive", ...policies }];

/** For any of our actors. */
export const actorContext = [
  activityStreams,
  "https://w3id.org/security/v1",
  "https://w3id.org/security/multikey/v1",
  "https://w3id.org/security/data-integrity/v1",
  "https://gotosocial.org/ns",
  {
    toot: "http://joinmastodon.org/ns#",
    manuallyApprovesFollowers: "as:manuallyApprovesFollowers",
    featured: { "@id": "toot:featured", "@type": "@id" },
    featuredTags: { "@id": "toot:featuredTags", "@type": "@id" },
    discoverable: "toot:discoverable",
    indexable: "toot:indexable",
    Hashtag: "as:Hashtag",
    schema: "http://schema.org#",
    PropertyValue: "schema:PropertyValue",
    value: "schema:value",
    alsoKnownAs: { "@id": "as:alsoKnownAs", "@type": "@id" },
    // None of the contexts above knows it, and without it readers of JSON-LD would miss the key of our proofs (FEP-521a).
    assertionMethod: { "@id": "https://w3id.org/security#assertionMethod", "@type": "@id", "@container": "@set" },
    canFeature: { "@id": "https://w3id.org/fep/7aa9#canFeature", "@type": "@id" },
    implements: { "@id": "https://w3id.org/fep/844e#implements", "@type": "@id" },
    essaim: namespace,
    legalForm: "essaim:legalForm",
    dataLocation: "essaim:dataLocation",
  },
];

const values = {
  Hashtag: "as:Hashtag",
  vf: "https://w3id.org/valueflows/ont/vf#",
  om2: "http://www.ontology-of-units-of-measure.org/resource/om-2/",
  Proposal: "vf:Proposal",
  Intent: "vf:Intent",
  purpose: "vf:purpose",
  unitBased: "vf:unitBased",
  publishes: "vf:publishes",
  reciprocal: "vf:reciprocal",
  action: "vf:action",
  resourceConformsTo: { "@id": "vf:resourceConformsTo", "@type": "@id" },
  resourceQuantity: "vf:resourceQuantity",
  availableQuantity: "vf:availableQuantity",
  minimumQuantity: "vf:minimumQuantity",
  hasUnit: "om2:hasUnit",
  hasNumericalValue: "om2:hasNumericalValue",
  essaim: namespace,
};
const dated = {
  asOf: { "@id": "essaim:asOf", "@type": "http://www.w3.org/2001/XMLSchema#dateTime" },
  billingPeriod: { "@id": "essaim:billingPeriod", "@type": "http://www.w3.org/2001/XMLSchema#duration" },
};
const proposing = (terms: Readonly<Record<string, unknown>>) => [
  activityStreams,
  "https://w3id.org/security/data-integrity/v1",
  "https://gotosocial.org/ns",
  { ...values, ...terms },
];

/** For a Proposal of FEP-0837 that offers something, with what we add to it. */
export const proposalContext = proposing({
  availabilityState: "essaim:availabilityState",
  ...dated,
  freePrice: "essaim:freePrice",
});

/** For one that asks for money, with what we add to it. */
export const requestContext = proposing({
  ...dated,
  fundingRule: "essaim:fundingRule",
  fundingState: "essaim:fundingState",
  pledgedTotal: "essaim:pledgedTotal",
  pledgeCount: "essaim:pledgeCount",
  beneficiary: { "@id": "essaim:beneficiary", "@type": "@id" },
});
