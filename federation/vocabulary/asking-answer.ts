import { z } from "zod";
import {
  answersAsking,
  codes,
  context,
  emptyAsNull,
  line,
  Result,
  type ResultDocument,
  whole,
  words,
  writeResult,
} from "./asking-result.ts";
import { escapeHtml, paragraphs } from "./html.ts";
import { embedRelationship, isOwn, relationshipShape } from "./relationship.ts";
import { address, instant, listOf, orNull, pick } from "./shapes.ts";

/** What a host answers: a `Relationship` at its own site, for the site of the association alone. */
export interface AskingAnswerDocument {
  readonly id: string;
  /** The actor of the host. */
  readonly subject: string;
  /** The actor that asked, and the address of what it asked. */
  readonly object: string;
  readonly context: string;
  readonly version: number;
  readonly answer: (typeof answers)[number];
  readonly roles: readonly string[];
  readonly words: string | null;
  readonly proposes: readonly ProposedDocument[];
  readonly result: ResultDocument | null;
  readonly agreed: number | null;
  readonly published: Date;
  readonly updated: Date;
}

interface ProposedDocument {
  readonly name: string;
  readonly address: string;
  readonly why: string | null;
}

const answers = ["lead", "partner", "no"] as const;

/** The document of a host's answer. */
export function writeAskingAnswer(answer: AskingAnswerDocument) {
  const { id, subject, object, words, result, agreed } = answer;
  return {
    "@context": context,
    ...embedRelationship({ id, subject, object }, answersAsking),
    context: answer.context,
    ...(words !== null && { content: paragraphs(words) }),
    ...{ published: answer.published.toISOString(), updated: answer.updated.toISOString() },
    ...{ version: answer.version, answer: answer.answer, rolesOffered: answer.roles },
    proposes: answer.proposes.map(({ name, address, why }) => ({
      ...{ type: "Object", name, contact: address },
      ...(why !== null && { content: `<p>${escapeHtml(why)}</p>` }),
    })),
    ...(result !== null && { result: writeResult(result) }),
    ...(agreed !== null && { agreed }),
    to: [object],
  };
}

const Proposed = z
  .object({
    name: line(150).pipe(z.string().min(1)),
    contact: line(254).pipe(z.string().min(3)),
    content: orNull(words(500)),
  })
  .transform(({ name, contact, content }): ProposedDocument => ({ name, address: contact, why: emptyAsNull(content) }));

const Answer = z
  .object({
    ...relationshipShape(answersAsking),
    ...{ context: address, content: orNull(words(2_000)) },
    ...{ published: instant, updated: orNull(instant), version: whole.default(1), answer: z.enum(answers) },
    ...{ rolesOffered: codes, proposes: listOf(z.unknown()), result: orNull(Result), agreed: orNull(whole) },
  })
  .refine(isOwn)
  .transform(({ id, subject, object, context: asking, content, published, updated, ...read }): AskingAnswerDocument => {
    const { version, answer, rolesOffered, proposes, result, agreed } = read;
    return {
      ...{ id, subject, object, context: asking, version, answer, roles: rolesOffered, agreed, result },
      ...{ words: emptyAsNull(content), proposes: pick(Proposed, proposes).slice(0, 5) },
      ...{ published, updated: updated ?? published },
    };
  });

/** What a host answers, from its document; null when this is none. */
export function readAskingAnswer(document: unknown): AskingAnswerDocument | null {
  return Answer.safeParse(document).data ?? null;
}
