/** What somebody asks of several hosts in a sentence, and what is to be read of it. */
export interface AskingSentence {
  readonly text: string;
  /** Whom the message names with links alone, as some servers write mentions. */
  readonly named?: readonly string[];
  readonly hosts: readonly string[];
  readonly sure?: false;
  readonly people?: number;
  /** As it is typed: "600.00 EUR/year". */
  readonly budget?: string;
  readonly needs?: readonly string[];
  readonly place?: string;
}

const [a, b] = ["@hote_a@a.example", "@hote_b@b.example"];

export const frenchAskings: readonly AskingSentence[] = [
  {
    text: `pouvez-vous faire cela ensemble, ${a} et ${b} : un Nextcloud et une formation pour 12 personnes à Strasbourg, 600 € par an`,
    ...{ hosts: [a, b], people: 12, budget: "600.00 EUR/year", needs: ["file-sharing"], place: "com:67482" },
  },
  {
    text: `Bonjour ! ${a} ${b} pourriez-vous répondre ensemble à notre besoin : des boîtes mail pour 8 personnes, budget 20 € par mois`,
    ...{ hosts: [a, b], people: 8, budget: "20.00 EUR/month", needs: ["email"] },
  },
  {
    text: `${a} et ${b}, seriez-vous d’accord pour vous en charger à deux : un site web et son hébergement ?`,
    ...{ hosts: [a, b], needs: ["website"] },
  },
  {
    text: `On voudrait un Mastodon pour notre fédération, ${a} ${b}, vous pouvez faire ça ensemble ?`,
    ...{ hosts: [a, b], needs: ["social-network"] },
  },
  {
    text: `Nous cherchons deux hébergeurs pour un wiki et un accompagnement : ${a} et ${b} ?`,
    ...{ hosts: [a, b], needs: ["wiki"] },
  },
  { text: `${a} ${b} ensemble : un agenda partagé pour 30 personnes`, hosts: [a, b], sure: false, people: 30 },
  {
    text: `Est-ce possible que ${a} et ${b} fassent cela conjointement ? Une liste de diffusion pour notre chorale, 40 €/an`,
    ...{ hosts: [a, b], budget: "40.00 EUR/year", needs: ["mailing-list"] },
  },
  {
    text: `Nous aimerions quitter Google Drive. ${a}, ${b} et @hote_c@c.example, pouvez-vous nous aider à trois ?`,
    ...{ hosts: [a, b, "@hote_c@c.example"] },
  },
  {
    text: `Merci de regarder ensemble ${a} ${b} si vous pourriez héberger un Nextcloud pour 50 personnes à Lyon`,
    ...{ hosts: [a, b], people: 50, needs: ["file-sharing"] },
  },
  {
    text: `Notre association demande à ${a} et à ${b} s’ils peuvent proposer une offre en commun : visioconférence et formation`,
    ...{ hosts: [a, b], needs: ["video-conference"] },
  },
  {
    text: "pouvez-vous faire cela ensemble, @hote_a et @hote_b : un forum pour 200 personnes",
    named: ["https://a.example/@hote_a", "https://b.example/users/hote_b"],
    ...{ hosts: ["https://a.example/@hote_a", "https://b.example/users/hote_b"], people: 200, needs: ["forum"] },
  },
  {
    text: `${a} pourrait-on faire cela ensemble avec un autre hébergeur : une newsletter pour 5 personnes ?`,
    ...{ hosts: [a], people: 5, needs: ["newsletter"] },
  },
  {
    text: "Nous cherchons plusieurs hébergeurs pour un Nextcloud et une formation pour 12 personnes à Strasbourg",
    ...{ hosts: [], people: 12, needs: ["file-sharing"], place: "com:67482" },
  },
  {
    text: `L’un héberge, l’autre forme : ${a} et ${b}, vous voulez bien vous y mettre à deux ? Un Nextcloud, 900 € par an.`,
    ...{ hosts: [a, b], budget: "900.00 EUR/year", needs: ["file-sharing"] },
  },
  {
    text: `${a} ${b}\n\nNous avons besoin de vous deux ensemble.\n\nDes boîtes mail pour 15 personnes, 25 € par mois.`,
    ...{ hosts: [a, b], people: 15, budget: "25.00 EUR/month", needs: ["email"] },
  },
  {
    text: `Qui peut s’en charger, entre vous : ${a}, ${b} ? Un wiki pour 20 personnes.`,
    ...{ hosts: [a, b], people: 20, needs: ["wiki"] },
  },
];

export const englishAskings: readonly AskingSentence[] = [
  {
    text: `could you do this together, ${a} and ${b}: a Nextcloud and training for 12 people, €600 a year`,
    ...{ hosts: [a, b], people: 12, budget: "600.00 EUR/year", needs: ["file-sharing"] },
  },
  {
    text: `${a} ${b} can you jointly host our mailboxes for 8 people? Our budget is €20 a month.`,
    ...{ hosts: [a, b], people: 8, budget: "20.00 EUR/month" },
  },
  {
    text: `We need a wiki for 20 people. ${a} and ${b}, would the two of you see to it?`,
    ...{ hosts: [a, b], people: 20, needs: ["wiki"] },
  },
  { text: `${a} ${b} together: a forum for 200 people`, hosts: [a, b], sure: false, people: 200, needs: ["forum"] },
  {
    text: `We are looking for several hosts: a Mastodon for our federation, perhaps ${a} and ${b}`,
    ...{ hosts: [a, b], needs: ["social-network"] },
  },
  {
    text: `Would ${a} and ${b} work as a team on this: video conferences for 30 people`,
    ...{ hosts: [a, b], people: 30 },
  },
  {
    text: `Hello ${a}, could you do this together with another host: a newsletter for 5 people?`,
    ...{ hosts: [a], people: 5, needs: ["newsletter"] },
  },
  {
    text: `Please, ${a} and ${b}, are you able to answer together: a website and its hosting`,
    ...{ hosts: [a, b], needs: ["website"] },
  },
];

/** What names hosts or says "together", and asks something else. */
export const notAskings: readonly string[] = [
  "Nous cherchons à financer à plusieurs un Nextcloud mutualisé : 600 € par an, avant le 31 janvier. Qui participe ?",
  `Merci ${a} et ${b} pour votre aide hier !`,
  `${a} notre chorale a besoin d’une liste de diffusion pour 80 personnes, budget 40 €/an`,
  "Bonjour, êtes-vous ouverts le lundi ?",
  `Avec ${a} et ${b}, nous lançons un achat groupé de noms de domaine : 300 €`,
  "We want to pool money for a Nextcloud, €600 a year",
  "On se voit ensemble mardi ?",
];
