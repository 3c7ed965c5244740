/**
 * What somebody wrote, and each piece that should be read from it: "piece: the words it stands in = what it says",
 * with "?" at the end where it has to be confirmed. Nothing more and nothing less than these may be read.
 */
export type Sentence = readonly [text: string, ...pieces: string[]];
