import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { refusalWords } from "./desk-done-words.ts";

const refusalsOf = (language: Language) => {
  const { "partner-twice": twice, "split-mixed": mixed, "split-differs": differs, ...rest } = refusalWords[language];
  const { "percent-differs": percents, "other-version": version, "not-signed": unsigned } = rest;
  return {
    ...{ "partner-twice": twice, "split-mixed": mixed, "split-differs": differs, "percent-differs": percents },
    ...{ "other-version": version, "not-signed": unsigned },
  };
};

const fr = {
  tags: { "joint-offers": "Offres communes" },
  operations: {
    listJointOffers: {
      summary: "Voir les offres communes",
      description:
        "Celles que l’hébergeur mène, et celles que d’autres lui proposent, la dernière changée d’abord. `leading` dit lesquelles il mène.",
    },
    readJointOffer: {
      summary: "Lire une offre commune",
      description:
        "Qui fait quoi, qui a accepté, et ce qui est promis. `version` est ce que chacun est invité à accepter, `inForce` ce que tous ont accepté.",
    },
    proposeJointOffer: {
      summary: "Proposer une offre commune",
      description:
        "Elle est préparée, et les partenaires sont invités aussitôt. Rien n’est public avant que tous aient accepté exactement cette version. Un partenaire se nomme par sa page, son compte ou son adresse permanente.",
    },
    acceptJointOffer: {
      summary: "Accepter une offre commune",
      description:
        "L’accord vaut pour une seule version\u00a0: celle que vous nommez, ou celle qui est proposée. Elle paraît quand tous ont accepté.",
    },
    refuseJointOffer: {
      summary: "Refuser une offre commune",
      description: "Qui la mène lit la raison, si vous en donnez une.",
    },
    withdrawJointOffer: {
      summary: "Retirer une offre commune",
      description:
        "De celles que l’hébergeur mène. Les partenaires en sont prévenus\u202f; publiée, elle l’est pour de bon.",
    },
    leaveJointOffer: {
      summary: "Quitter une offre commune",
      description:
        "L’accord disparaît de son adresse\u00a0: l’offre est suspendue, ou continue plus petite, comme elle le dit.",
    },
  },
  problems: {
    ...refusalsOf("fr"),
    "partner-unknown":
      "Aucun hébergeur n’est connu à cette adresse. Donnez celle de sa page, son compte ou son adresse permanente.",
  },
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { "joint-offers": "Joint offers" },
  operations: {
    listJointOffers: {
      summary: "List the joint offers",
      description:
        "Those that the host leads, and those that others propose to it, the last changed first. `leading` says which it leads.",
    },
    readJointOffer: {
      summary: "Read a joint offer",
      description:
        "Who does what, who has accepted, and what is promised. `version` is what each is asked to accept, `inForce` what all have accepted.",
    },
    proposeJointOffer: {
      summary: "Propose a joint offer",
      description:
        "It is drafted, and its partners are invited at once. Nothing is public before all have accepted exactly this version. A partner is named by its page, its account or its permanent address.",
    },
    acceptJointOffer: {
      summary: "Accept a joint offer",
      description:
        "The agreement is for one version only: the one that you name, or else the one that is proposed. It appears once all have accepted.",
    },
    refuseJointOffer: {
      summary: "Refuse a joint offer",
      description: "Its lead reads the reason, if you give one.",
    },
    withdrawJointOffer: {
      summary: "Withdraw a joint offer",
      description: "Of those that the host leads. Its partners are told; a published one is withdrawn for good.",
    },
    leaveJointOffer: {
      summary: "Leave a joint offer",
      description:
        "The agreement goes from its address: the offer is suspended, or goes on smaller, as it says itself.",
    },
  },
  problems: {
    ...refusalsOf("en"),
    "partner-unknown":
      "No host is known at this address. Give the one of its page, its account, or its permanent address.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
