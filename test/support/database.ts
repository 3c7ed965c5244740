import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { onServer, urlOf } from "./server.ts";

/** A migrated database of one's own, cloned from the template of the run; `drop` takes it away. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const clusterUrl = inject("clusterUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(clusterUrl, `create database ${name} template template`);
  return {
    url: urlOf(clusterUrl, name),
    drop: () => onServer(clusterUrl, `drop database if exists ${name} with (force)`),
  };
}
