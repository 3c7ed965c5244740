import type { Place } from "./tree.ts";

/** The script for fish. */
export function fishCompletion(places: readonly Place[]): string {
  return `# Completion of essaim for fish. Made by: essaim completion fish
function __essaim_words
    # What was typed before the cursor, without options and what follows them.
    set -l awaited
    for word in (commandline -opc)[2..]
        if set -q awaited[1]
            set -e awaited
        else if contains -- $word ${awaiting(places).join(" ")}
            set awaited 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

function __essaim_at
    # Whether the words lead to this place, and then so many others.
    set -l words (__essaim_words)
    set -l place (string split -n ' ' -- $argv[1])
    test (count $words) -ge (count $place); or return 1
    for index in (seq (count $place))
        test "$words[$index]" = "$place[$index]"; or return 1
    end
    test (count $argv) -eq 1; or test (math (count $words) - (count $place)) -eq $argv[2]
end

complete -c essaim -f
${places.map(linesOf).join("")}`;
}

function linesOf({ path, commands, options, values }: Place): string {
  const at = (given: number | null) => `-n ${quote(`__essaim_at ${quote(path)}${given === null ? "" : ` ${given}`}`)}`;
  const words = commands.map(
    ({ name, description }) => `complete -c essaim ${at(0)} -a ${quote(name)} -d ${quote(description)}\n`,
  );
  const taken = values.flatMap(({ choices, file }, index) =>
    file ? [`complete -c essaim ${at(index)} -F\n`] : listed(choices, `complete -c essaim ${at(index)}`),
  );
  // At the start there are the options of the program alone, not those of its commands.
  const here = at(path === "" ? 0 : null);
  const flags = options.map(({ flags: forms, value, description }) => {
    const named = forms
      .map((form) => (form.startsWith("--") ? `-l ${form.slice(2)}` : `-s ${form.slice(1)}`))
      .join(" ");
    return `complete -c essaim ${here} ${named}${followed(value)} -d ${quote(description)}\n`;
  });
  return [...words, ...taken, ...flags].join("");
}

function followed(value: Place["options"][number]["value"]): string {
  if (value === null) return "";
  if (value.file) return " -r -F";
  return value.choices.length > 0 ? ` -x -a ${quote(value.choices.join(" "))}` : " -x";
}

const listed = (choices: readonly string[], line: string): readonly string[] =>
  choices.length > 0 ? [`${line} -a ${quote(choices.join(" "))}\n`] : [];

const awaiting = (places: readonly Place[]): readonly string[] => [
  ...new Set(
    places.flatMap(({ options }) => options.filter(({ value }) => value !== null).flatMap(({ flags }) => flags)),
  ),
];

// In single quotes, fish knows \\ and \' only.
const quote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
