import { type Figure, reached, shown } from "./figures.ts";

/** The figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ["what", "here", "aim", "", "best peer seen", "bound, in the same run"],
    ...figures.map((figure) => [
      figure.name,
      `${shown(figure.value)} ${figure.unit}`.replace(" /s", "/s"),
      aimOf(figure),
      markOf(figure),
      figure.peer ?? "–",
      figure.bound,
    ]),
  ];
  return rowsAsTable(rows);
}

/** Rows of cells, the first one the heads, in columns. */
export function rowsAsTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function aimOf({ aim, unit }: Figure): string {
  if (aim === null) return "–";
  return "least" in aim ? `≥ ${aim.least} ${unit}`.replace(" /s", "/s") : `≤ ${aim.most} ${unit}`;
}

function markOf(figure: Figure): string {
  const so = reached(figure);
  return so === null ? "" : so ? "reached" : "NOT";
}
