/** What was asked for, done; or the reason it is refused, for a person to read and try again. */
export type Outcome<Value, Reason> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly reason: Reason };

export function done<Value>(value: Value): { readonly done: true; readonly value: Value } {
  return { done: true, value };
}

export function refused<Reason>(reason: Reason): { readonly done: false; readonly reason: Reason } {
  return { done: false, reason };
}
