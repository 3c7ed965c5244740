import { keepReport } from "../../src/messages/changes.ts";
import { noEffect, type Receiver } from "./activity.ts";
import { listAddresses } from "./reference.ts";

const mostObjects = 100;
const longest = 5_000;

/** Someone complains of something here, for the host to look at. Who they are, their server may keep to itself. */
export const flag: Receiver = ({ origin }, { id, actor, object, content }) => {
  const objects = listAddresses(object).filter((one) => one.startsWith(`${origin}/`) && one.length <= 2_048);
  if (objects.length === 0) return noEffect;
  const report = { id, reporter: actor, objects: objects.slice(0, mostObjects), contact: null };
  return (tx) => keepReport(tx, { ...report, content: (content ?? "").slice(0, longest) });
};
