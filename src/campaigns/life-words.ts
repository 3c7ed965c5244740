import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords, goalWords } from "../funding/amount-words.ts";
import type { FundingMode, FundingRequest } from "../funding/funding.ts";
import { type ByStage, stageOf } from "./campaigns.ts";
import { lastDayOf } from "./progress-words.ts";

/** What the sentences are filled in with; a day or an amount that there is not is null. */
interface Facts {
  readonly goal: string;
  readonly minimum: string | null;
  readonly optimum: string | null;
  readonly day: string | null;
  /** Until when everybody may confirm. */
  readonly until: string | null;
}

type Said = (facts: Facts) => string;

/** The same for every mode. */
const always = (said: Said): Readonly<Record<FundingMode, Said>> => ({
  "all-or-nothing": said,
  "keep-what-you-raise": said,
  "minimum-then-optimum": said,
  headcount: said,
  recurring: said,
});

const frTold: ByStage<Said> = {
  draft: always(
    () =>
      "Personne d’autre ne voit encore ce brouillon. Une fois l’annonce ouverte, on peut promettre, et ses termes ne changent plus.",
  ),
  open: {
    "all-or-nothing": ({ goal, day }) =>
      `Il faut réunir ${goal} d’ici le ${day}. Si le compte y est, chacun confirme sa promesse et la commande est signée. Sinon, personne ne paie rien et l’annonce se ferme.`,
    "keep-what-you-raise": ({ goal, day }) =>
      `On vise ${goal} d’ici le ${day}. Ce jour-là, ce qui aura été promis servira, même s’il y a moins\u00a0: qui porte l’annonce dira ce que cela permet, et chacun confirmera sa promesse.`,
    "minimum-then-optimum": ({ goal, optimum, day }) =>
      `À partir de ${goal}, l’essentiel se fait. Ce qui vient au-delà, jusqu’à ${optimum}, sert à en faire plus. Si le minimum manque le ${day}, personne ne paie rien.`,
    headcount: ({ goal, day }) =>
      `Il faut ${goal} d’ici le ${day}. Si le compte y est, chacun confirme sa promesse et la commande est signée. Sinon, personne ne paie rien et l’annonce se ferme.`,
    recurring: ({ goal, day }) =>
      `Il faut réunir ${goal}${day === null ? "" : ` d’ici le ${day}`}. Quand le compte y est, chacun confirme sa promesse et le soutien commence. Jusque-là, personne ne paie rien.`,
  },
  reached: {
    ...always(
      ({ day }) =>
        `Ce qu’il fallait réunir y est. On peut encore participer jusqu’au ${day}, et reprendre sa promesse. Ensuite, qui porte l’annonce demande à chacun de confirmer, puis signe la commande.`,
    ),
    "minimum-then-optimum": ({ day, optimum }) =>
      `Le minimum y est\u00a0: l’essentiel se fera. Jusqu’au ${day}, chaque promesse de plus rapproche de ${optimum}. Ensuite, chacun confirme, et la commande est signée.`,
    recurring: () =>
      "Ce qu’il fallait réunir y est. On peut encore participer, et reprendre sa promesse. Qui porte l’annonce demande ensuite à chacun de confirmer, et le soutien commence.",
  },
  full: {
    ...always(
      () =>
        "Ce qu’il fallait réunir y est, et la date limite est passée. Qui porte l’annonce demande maintenant à chacun de confirmer sa promesse, puis signe la commande.",
    ),
    "keep-what-you-raise": () =>
      "La date limite est passée\u00a0: ce qui a été promis servira. Qui porte l’annonce demande maintenant à chacun de confirmer sa promesse, puis signe la commande.",
  },
  confirming: {
    ...always(
      ({ until }) =>
        `Chacun confirme sa promesse jusqu’au ${until}. Ce qui n’est pas confirmé ne compte plus. Si le compte y est encore, la commande est signée.`,
    ),
    recurring: ({ until }) =>
      `Chacun confirme sa promesse jusqu’au ${until}. Ce qui n’est pas confirmé ne compte plus. Si le compte y est encore, le soutien commence.`,
  },
  committed: {
    ...always(
      () =>
        "La commande est signée\u00a0: les promesses engagent. Chacun paie directement, comme qui porte l’annonce le dit\u202f; jamais ici.",
    ),
    recurring: () =>
      "Le soutien commence\u00a0: les promesses engagent. Chacun paie directement, comme qui porte l’annonce le dit\u202f; jamais ici.",
  },
  delivering: always(
    () =>
      "Ce qui a été commandé est en route. Qui porte l’annonce en donne des nouvelles ici, puis dit ce qui en est sorti.",
  ),
  delivered: always(() => "C’est fait. Ce qui en est sorti est raconté sur cette page, et y reste."),
  failed: {
    ...always(
      ({ goal }) =>
        `Il fallait ${goal}, et le compte n’y était pas. Personne ne doit rien\u00a0: toutes les promesses sont rendues. Cela arrive, et une annonce plus petite peut suivre.`,
    ),
    "keep-what-you-raise": () =>
      "Rien n’a été promis à temps. Personne ne doit rien. Cela arrive, et une annonce plus petite peut suivre.",
  },
  cancelled: always(
    () => "Qui avait publié cette annonce y a renoncé. Personne ne doit rien\u00a0: toutes les promesses sont rendues.",
  ),
};

const enTold: ByStage<Said> = {
  draft: always(
    () =>
      "Nobody else sees this draft yet. Once the request is open, people can pledge, and its terms do not change any more.",
  ),
  open: {
    "all-or-nothing": ({ goal, day }) =>
      `${goal} have to come together by ${day}. If they do, everybody confirms their pledge and the order is signed. If not, nobody pays anything and the request closes.`,
    "keep-what-you-raise": ({ goal, day }) =>
      `The aim is ${goal} by ${day}. On that day what was pledged will be used, even if it is less: the steward says what can be done with it, and everybody confirms their pledge.`,
    "minimum-then-optimum": ({ goal, optimum, day }) =>
      `From ${goal} on, the main part is done. What comes beyond, up to ${optimum}, serves to do more. If the minimum is missing on ${day}, nobody pays anything.`,
    headcount: ({ goal, day }) =>
      `${goal} are needed by ${day}. If they are there, everybody confirms their pledge and the order is signed. If not, nobody pays anything and the request closes.`,
    recurring: ({ goal, day }) =>
      `${goal} have to come together${day === null ? "" : ` by ${day}`}. Once they have, everybody confirms their pledge and the support begins. Until then nobody pays anything.`,
  },
  reached: {
    ...always(
      ({ day }) =>
        `All that was needed is there. One can still take part until ${day}, and take a pledge back. Then the steward asks everybody to confirm, and signs the order.`,
    ),
    "minimum-then-optimum": ({ day, optimum }) =>
      `The minimum is there: the main part will be done. Until ${day} each further pledge brings ${optimum} nearer. Then everybody confirms, and the order is signed.`,
    recurring: () =>
      "All that was needed is there. One can still take part, and take a pledge back. The steward then asks everybody to confirm, and the support begins.",
  },
  full: {
    ...always(
      () =>
        "All that was needed is there, and the deadline has gone by. The steward now asks everybody to confirm their pledge, and then signs the order.",
    ),
    "keep-what-you-raise": () =>
      "The deadline has gone by: what was pledged will be used. The steward now asks everybody to confirm their pledge, and then signs the order.",
  },
  confirming: {
    ...always(
      ({ until }) =>
        `Everybody confirms their pledge until ${until}. What is not confirmed does not count any more. If there is still enough, the order is signed.`,
    ),
    recurring: ({ until }) =>
      `Everybody confirms their pledge until ${until}. What is not confirmed does not count any more. If there is still enough, the support begins.`,
  },
  committed: {
    ...always(() => "The order is signed: pledges bind. Everybody pays directly, as the steward says; never here."),
    recurring: () => "The support begins: pledges bind. Everybody pays directly, as the steward says; never here.",
  },
  delivering: always(
    () => "What was ordered is under way. The steward gives news of it here, and then says what came of it.",
  ),
  delivered: always(() => "It is done. What came of it is told on this page, and stays there."),
  failed: {
    ...always(
      ({ goal }) =>
        `${goal} were needed, and did not come together. Nobody owes anything: all pledges are released. It happens, and a smaller request may follow.`,
    ),
    "keep-what-you-raise": () =>
      "Nothing was pledged in time. Nobody owes anything. It happens, and a smaller request may follow.",
  },
  cancelled: always(
    () => "Who published this request has given it up. Nobody owes anything: all pledges are released.",
  ),
};

const told: Readonly<Record<Language, ByStage<Said>>> = { fr: frTold, en: enTold };

/** What happens next to a request, as it stands. */
export function nextWords(request: FundingRequest, now: Date, language: Language): string {
  const { goal } = request.terms;
  const day = lastDayOf(request);
  const amount = (cents: number | null) => cents && amountWords(cents, goal, language);
  return told[language][stageOf(request, now)][goal.mode]({
    goal: goalWords(goal, language),
    minimum: amount(goal.minimum) || null,
    optimum: amount(goal.optimum) || null,
    day: day && dateWords(day, language),
    until: request.asked && dateWords(request.asked.until, language),
  });
}
