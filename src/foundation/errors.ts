/** Nothing is there, or nothing this person may know of. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** This person is known, and may not do this. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
}

/** Someone else changed it meanwhile. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}

/** Another site cannot be reached for the moment; trying again later makes sense. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** Someone asks too often; in a while it is fine again. */
export class TooMany extends Error {
  override readonly name = "TooMany";
}
