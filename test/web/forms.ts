/** What a form holds, by the names of its fields. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/** What a browser would send of the forms in the middle of a page. */
export function formIn(page: string): Form {
  const main = page.slice(page.indexOf("<main"));
  const form: Record<string, string[]> = {};
  for (const [name, value] of [...inputs(main), ...areas(main), ...choices(main)])
    form[name] = [...(form[name] ?? []), value];
  return form;
}

type Sent = readonly [name: string, value: string];

function inputs(page: string): readonly Sent[] {
  const tags = [...page.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const sent = tags.filter((tag) => !/type="(checkbox|radio)"/.test(tag) || /\bchecked/.test(tag));
  return sent.flatMap((tag) => named(tag, attribute(tag, "value") ?? ""));
}

function areas(page: string): readonly Sent[] {
  const found = [...page.matchAll(/(<textarea\b[^>]*>)([^<]*)</g)];
  return found.flatMap(([, tag = "", text = ""]) => named(tag, plain(text.replace(/^\n/, ""))));
}

/** Of a list, what is chosen, or else the first. */
function choices(page: string): readonly Sent[] {
  const found = [...page.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)];
  return found.flatMap(([, tag = "", inside = ""]) => {
    const options = inside.match(/<option\b[^>]*>/g) ?? [];
    const chosen = options.find((option) => /\bselected/.test(option)) ?? options[0] ?? "";
    return named(tag, attribute(chosen, "value") ?? "");
  });
}

const named = (tag: string, value: string): readonly Sent[] => {
  const name = attribute(tag, "name");
  return name === null ? [] : [[name, value]];
};

const attribute = (tag: string, name: string): string | null => {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : plain(value);
};

const signs: Readonly<Record<string, string>> = { quot: '"', lt: "<", gt: ">", "#39": "'", amp: "&" };
const plain = (text: string): string =>
  text.replaceAll(/&(quot|lt|gt|#39|amp);/g, (_, sign: string) => signs[sign] ?? "");

/** The value of a hidden field of what a page is for. */
export function hiddenOf(html: string, name: string): string {
  const main = html.slice(html.indexOf("<main"));
  const [, value = ""] = new RegExp(`name="${name}" value="([^"]*)"`).exec(main) ?? [];
  return plain(value);
}

/** The token of the link that a page or a letter shows. */
export function tokenIn(text: string): string {
  const joined = text.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "="); // as mail breaks lines
  return /token=([A-Za-z0-9_-]{32})/.exec(joined)?.[1] ?? "";
}
