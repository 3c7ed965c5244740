import type { Place } from "./tree.ts";

/** The script for bash: it needs nothing but bash itself. */
export function bashCompletion(places: readonly Place[]): string {
  return `# Completion of essaim for bash. Made by: essaim completion bash
_essaim() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local path='' word awaited='' given=0 words='' files=''
  # bash takes --state=failed for three words.
  if [ "$current" = = ]; then current=''; elif [ "$previous" = = ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [ "$word" = = ]; then continue; fi
    if [ -n "$awaited" ]; then awaited=''; continue; fi
    case "$path|$word" in
${places.map(step).join("")}      *'|'-*) ;;
      *) given=$((given + 1)) ;;
    esac
  done
  case "$path|\${awaited:+$previous}" in
${places.map(values).join("")}  esac
  if [ -z "$awaited" ]; then
    case "$path" in
${places.map(offers).join("")}    esac
  fi
  COMPREPLY=()
  while IFS='' read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
  if [ -n "$files" ]; then
    compopt -o filenames 2>/dev/null
    while IFS='' read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  fi
}
complete -F _essaim essaim
`;
}

/** How a word leads from one place to the next, and which options wait for a word. */
function step({ path, commands, options }: Place): string {
  const down = commands.map(({ name }) => {
    const next = path === "" ? name : `${path} ${name}`;
    return `      ${quote(`${path}|${name}`)}) path=${quote(next)}; given=0 ;;\n`;
  });
  const awaiting = options.filter(({ value }) => value !== null).flatMap(({ flags }) => flags);
  const patterns = awaiting.map((flag) => quote(`${path}|${flag}`)).join("|");
  return down.join("") + (awaiting.length > 0 ? `      ${patterns}) awaited=1 ;;\n` : "");
}

/** What follows an option. */
function values({ path, options }: Place): string {
  const known = options.filter(({ value }) => value !== null && (value.file || value.choices.length > 0));
  return known
    .map(({ flags, value }) => {
      const patterns = flags.map((flag) => quote(`${path}|${flag}`)).join("|");
      return `    ${patterns}) ${value?.file ? "files=1" : `words=${quote(value?.choices.join(" ") ?? "")}`} ;;\n`;
    })
    .join("");
}

/** What may be typed next: commands, what the command takes, options. */
function offers({ path, commands, options, values: taken }: Place): string {
  const always = [...commands.map(({ name }) => name), ...options.flatMap(({ flags }) => flags)].join(" ");
  const cases = taken.flatMap(({ choices, file }, index) =>
    file || choices.length > 0
      ? [`          ${index}) ${file ? "files=1" : `words="$words "${quote(choices.join(" "))}`} ;;\n`]
      : [],
  );
  const taking = cases.length > 0 ? `\n        case $given in\n${cases.join("")}        esac` : "";
  return `      ${quote(path)}) words=${quote(always)}${taking} ;;\n`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
