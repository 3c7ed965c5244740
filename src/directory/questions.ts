import { type Answers, queryOf } from "./answers.ts";

/** The three questions in their order. */
export const questions = ["needs", "place", "help"] as const;
export type Question = (typeof questions)[number];

export const questionPaths: Readonly<Record<Question | "results", string>> = {
  needs: "/directory/questions",
  place: "/directory/questions/place",
  help: "/directory/questions/help",
  results: "/directory/questions/results",
};

/** What comes after a question. */
export function after(question: Question): Question | "results" {
  return question === "needs" ? "place" : question === "place" ? "help" : "results";
}

/** A page of the three questions with these answers in its address. */
export function questionAddress(page: Question | "results", answers: Answers): string {
  return addressWith(questionPaths[page], queryOf(answers));
}

export function addressWith(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The other answers, where somebody does not know this one. */
export function without(answers: Answers, question: Question): Answers {
  switch (question) {
    case "needs":
      return { ...answers, needs: [], alternativeTo: [] };
    case "place":
      return { ...answers, territory: null, people: null, budget: null };
    case "help":
      return { ...answers, help: [], keeper: null };
  }
}
