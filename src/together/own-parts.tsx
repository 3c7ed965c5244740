import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { AskingState, shortly } from "./asking-state-parts.tsx";
import { listAskings } from "./queries.ts";
import { words } from "./words.ts";

/** What a party asks of several hosts, for the page on which it finds all of its own; nothing where it asks nothing. */
export async function ownAskings(reader: Reader, party: string, language: Language) {
  const askings = await listAskings(reader, [party]);
  if (askings.length === 0) return null;
  const { title, ask, columns } = words[language].mine;
  return (
    <section class="stack stack-3" aria-labelledby="askings">
      <h2 class="like-h3" id="askings">
        <a href="/together/mine">{title}</a>
      </h2>
      <table class="table table-stack table-lines">
        <thead>
          <tr>
            <th scope="col">{columns.need}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {askings.map((asking) => (
            <tr>
              <th scope="row">
                <a href={`/together/${asking.id}`}>{shortly(asking.need)}</a>
              </th>
              <td class="table-named" data-word={columns.state}>
                <AskingState asking={asking} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href="/together/ask">{ask}</a>
      </p>
    </section>
  );
}
