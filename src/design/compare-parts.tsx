import type { Child } from "hono/jsx";
import { TextField } from "../web/form-parts.tsx";
import { Emblem, Icon, type IconName } from "../web/icon.tsx";
import { words } from "./directory-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

const addresses = ["four-banal.example", "garde-manger.example", "tilleul.example"];
const states = ["limited", "by-approval", "open"] as const;
const signs: readonly IconName[] = ["check", "x", "check"];

/** Three offers side by side; on a telephone the name of each line stands above its three answers. */
export function CompareSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].compare;
  const row = { names: word.names, differ: word.differ };
  return (
    <Sample frame={frame} id="compare" title={word.title} text={word.text} sheets={["compare"]}>
      <form class="compare-form" action="#compare">
        <TextField name="s-compared" label={word.people} value="12" width="short" inputmode="numeric" />
        <button class="button" type="button">
          <Icon name="calculator" /> {word.compute}
        </button>
      </form>
      <table class="compare">
        <caption class="sr">{word.caption}</caption>
        <thead>
          <tr>
            <td />
            {word.names.map((name, i) => (
              <th scope="col">
                <Emblem address={addresses[i] ?? ""} size={40} />
                <a class="compare-name" href="#compare">
                  {name}
                </a>
                <span class="small soft">{word.place}</span>
                <a class="compare-remove icon-text" href="#compare">
                  <Icon name="x" />
                  <span>
                    {word.remove}
                    <span class="sr"> {name}</span>
                  </span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row {...row} title={word.state} differs>
            {word.states.map((state, i) => (
              <span class={`state state-${states[i]}`}>
                <Icon name={`state-${states[i] ?? "open"}`} />
                <span>{state}</span>
              </span>
            ))}
          </Row>
        </tbody>
        <tbody>
          <tr class="compare-group">
            <th colspan={4} scope="colgroup">
              {word.group}
            </th>
          </tr>
          <Row {...row} title={word.price} differs>
            {word.prices.map((price) => (
              <>
                <b class="price">{price}</b> <span class="small soft">{word.priceMore}</span>
              </>
            ))}
          </Row>
          <Row {...row} title={word.help} differs>
            {word.helps.map((help, i) => (
              <span class="icon-text">
                <Icon name={signs[i] ?? "check"} />
                <span>{help}</span>
              </span>
            ))}
          </Row>
          <Row {...row} title={word.vat}>
            {word.names.map(() => word.vats)}
          </Row>
        </tbody>
      </table>
      <p class="compare-add">
        <a class="button" href="#compare">
          <Icon name="plus" /> {word.add}
        </a>
      </p>
    </Sample>
  );
}

interface RowProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly differ: string;
  readonly differs?: boolean;
  readonly children: readonly Child[];
}

function Row({ title, names, differ, differs = false, children }: RowProps) {
  return (
    <tr class={differs ? "differs" : undefined}>
      <th scope="row">
        {title}
        {differs && <span class="sr"> {differ}</span>}
      </th>
      {children.map((child, i) => (
        <td>
          <div class="compare-offer">{names[i]}</div>
          <div>{child}</div>
        </td>
      ))}
    </tr>
  );
}
