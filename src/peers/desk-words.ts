import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Essaim et abonnés",
  peers: "Autres instances",
  lead: "Les autres sites Essaim que vous connaissez. En lien, vos offres paraissent chez eux et les leurs chez vous.",
  pending: "Attendent votre réponse",
  known: "Instances connues",
  asks: (name: string) => `${name} demande à vous suivre`,
  asksMore:
    "Accepter, c’est lui envoyer vos offres et lui demander les siennes en retour. Refuser ne l’empêche pas de demander de nouveau.",
  doubt: "Vérifiez que c’est bien l’instance que vous croyez",
  itsHost: "Son hébergeur et ses visites",
  itsHostOf: (name: string) => `L’hébergeur de ${name} et ses visites`,
  approve: "Accepter",
  approveWho: (name: string) => `Accepter ${name}`,
  reject: "Refuser",
  rejectWho: (name: string) => `Refuser ${name}`,
  instance: "Instance",
  state: "Où en est-on",
  direction: "Qui suit qui",
  seen: "Dernier signe",
  end: "Mettre fin au lien",
  endWho: (name: string) => `Mettre fin au lien avec ${name}`,
  endText:
    "Aucune des deux instances ne suit plus l’autre, et elle quitte cette liste. Ses offres ne paraissent plus ici. Vous pourrez demander de nouveau à la suivre.",
  nobody: "Vous ne connaissez encore aucune autre instance.",
  nobodyMore: "Demandez à un hébergeur ami l’adresse de son site Essaim, et écrivez-la ci-dessous.",
  follow: "Suivre une instance",
  address: "Adresse de son site",
  addressHint:
    "Telle que votre navigateur la montre, par exemple https://exemple.org. L’adresse d’une de ses pages convient aussi.",
  ask: "Demander à suivre",
  cancel: "Ne rien changer",
  did: {
    asked: "La demande est envoyée. Les responsables de cette instance doivent l’accepter.",
    approved: "Cette instance est acceptée\u202f; nous lui demandons de la suivre en retour.",
    rejected: "Cette instance est refusée\u202f; elle en est avertie.",
    left: "Le lien a pris fin.",
    blocked: "Ce serveur est bloqué.",
    unblocked: "Ce serveur est débloqué. Les abonnés retirés ne reviennent pas d’eux-mêmes.",
  },
  blocks: "Serveurs bloqués",
  blocksLead: "Rien n’en vient et rien n’y va, sous-domaines compris.",
  noBlocks: "Aucun serveur n’est bloqué.",
  noBlocksMore: "Bloquez-en un quand il en vient du harcèlement, des arnaques ou une avalanche de messages.",
  domain: "Domaine",
  domainHint: "Par exemple exemple.org. L’adresse d’une page ou d’un compte convient aussi.",
  since: "Depuis",
  reason: "Pourquoi",
  reasonHint: "Pour vous et vos collègues\u202f; personne d’autre ne le lit.",
  optional: "facultatif",
  newBlock: "Bloquer un serveur",
  goOn: "Voir ce qui changera",
  unblock: "Débloquer",
  unblockWhat: (domain: string) => `Débloquer ${domain}`,
  blockTitle: (domain: string) => `Bloquer ${domain}`,
  blockFollows: "Si vous bloquez ce serveur\u00a0:",
  consequences: {
    followers: (count: number) =>
      count === 0
        ? "personne de ce serveur ne vous suit, donc aucun abonné n’est retiré\u202f;"
        : count === 1
          ? "1 abonné est retiré, et ne revient pas si vous débloquez plus tard\u202f;"
          : `${count} abonnés sont retirés, et ne reviennent pas si vous débloquez plus tard\u202f;`,
    messages: (count: number) =>
      count === 0
        ? "aucun message n’en est venu\u202f;"
        : count === 1
          ? "1 message qui en est venu n’est plus montré\u202f;"
          : `${count} messages qui en sont venus ne sont plus montrés\u202f;`,
    deliveries: (count: number) =>
      count === 0
        ? "rien n’attend d’y être envoyé\u202f;"
        : count === 1
          ? "1 envoi qui attendait est abandonné\u202f;"
          : `${count} envois qui attendaient sont abandonnés\u202f;`,
    peers: (count: number): string =>
      count === 0
        ? "aucune instance avec qui vous êtes en lien ne s’y trouve\u202f;"
        : "le lien avec l’instance qui s’y trouve prend fin\u202f;",
    hosts: (count: number): string =>
      count === 0
        ? "aucun hébergeur montré dans l’annuaire ne s’y trouve\u202f;"
        : count === 1
          ? "1 hébergeur n’est plus montré dans l’annuaire, ni ses offres\u202f;"
          : `${count} hébergeurs ne sont plus montrés dans l’annuaire, ni leurs offres\u202f;`,
    future: "tout ce qui en viendra sera refusé, sans que ce serveur en soit averti.",
  },
  block: "Bloquer ce serveur",
};

const en: typeof fr = {
  title: "Swarm and followers",
  peers: "Other instances",
  lead: "The other Essaim sites that you know. In touch, your offers are shown there and theirs here.",
  pending: "Wait for your answer",
  known: "Instances that you know",
  asks: (name) => `${name} asks to follow you`,
  asksMore:
    "To accept is to send it your offers and to ask for its own in return. To refuse does not keep it from asking again.",
  doubt: "Check that this is the instance you think it is",
  itsHost: "Its host and its visits",
  itsHostOf: (name) => `The host of ${name} and its visits`,
  approve: "Accept",
  approveWho: (name) => `Accept ${name}`,
  reject: "Refuse",
  rejectWho: (name) => `Refuse ${name}`,
  instance: "Instance",
  state: "How it stands",
  direction: "Who follows whom",
  seen: "Last sign",
  end: "End the link",
  endWho: (name) => `End the link with ${name}`,
  endText:
    "Neither instance follows the other any longer, and it leaves this list. Its offers are no longer shown here. You will be able to ask to follow it again.",
  nobody: "You know no other instance yet.",
  nobodyMore: "Ask a host you are friends with for the address of its Essaim site, and write it below.",
  follow: "Follow an instance",
  address: "Address of its site",
  addressHint:
    "As your browser shows it, for example https://example.org. The address of one of its pages will do too.",
  ask: "Ask to follow",
  cancel: "Change nothing",
  did: {
    asked: "The request is sent. Those who run this instance have to accept it.",
    approved: "This instance is accepted; we ask to follow it in return.",
    rejected: "This instance is refused; it is told.",
    left: "The link has ended.",
    blocked: "This server is blocked.",
    unblocked: "This server is unblocked. Removed followers do not come back by themselves.",
  },
  blocks: "Blocked servers",
  blocksLead: "Nothing comes from there and nothing goes there, subdomains included.",
  noBlocks: "No server is blocked.",
  noBlocksMore: "Block one when harassment, scams or a flood of messages come from it.",
  domain: "Domain",
  domainHint: "For example example.org. The address of a page or an account will do too.",
  since: "Since",
  reason: "Why",
  reasonHint: "For you and your colleagues; nobody else reads it.",
  optional: "optional",
  newBlock: "Block a server",
  goOn: "See what will change",
  unblock: "Unblock",
  unblockWhat: (domain) => `Unblock ${domain}`,
  blockTitle: (domain) => `Block ${domain}`,
  blockFollows: "If you block this server:",
  consequences: {
    followers: (count) =>
      count === 0
        ? "nobody there follows you, so no follower is removed;"
        : count === 1
          ? "1 follower is removed, and does not come back if you unblock it later;"
          : `${count} followers are removed, and do not come back if you unblock it later;`,
    messages: (count) =>
      count === 0
        ? "no message has come from there;"
        : count === 1
          ? "1 message that came from there is no longer shown;"
          : `${count} messages that came from there are no longer shown;`,
    deliveries: (count) =>
      count === 0
        ? "nothing waits to be sent there;"
        : count === 1
          ? "1 delivery that waited is dropped;"
          : `${count} deliveries that waited are dropped;`,
    peers: (count) =>
      count === 0 ? "no instance you are in touch with is there;" : "the link with the instance there ends;",
    hosts: (count) =>
      count === 0
        ? "no host shown in the directory is there;"
        : count === 1
          ? "1 host is no longer shown in the directory, nor its offers;"
          : `${count} hosts are no longer shown in the directory, nor their offers;`,
    future: "all that will come from there is refused, and that server is not told.",
  },
  block: "Block this server",
};

export const words: Record<Language, typeof fr> = { fr, en };
