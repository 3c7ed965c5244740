import type { NoFile } from "./ask.ts";
import type { ChatonsReport, RefusedFile, TakenFile } from "./chatons.ts";
import type { Taken } from "./take.ts";

/** Notes what became of each file, and tells it in the end. */
export function tellOf() {
  const files: Record<Taken["how"], TakenFile[]> = { taken: [], changed: [], unchanged: [] };
  const refused: RefusedFile[] = [];
  const notUnderstood: ChatonsReport["notUnderstood"][number][] = [];
  return {
    take(file: string, what: TakenFile["what"], { how, misread, service, draft }: Taken): void {
      files[how].push({ file, what, service: service?.slug ?? null, draft });
      notUnderstood.push(...misread.map((line) => ({ file, ...line })));
    },
    refuse(file: string, { reason, detail }: NoFile): void {
      refused.push({ file, reason, detail });
    },
    told: (): Omit<ChatonsReport, "host"> => ({ ...files, refused, notUnderstood }),
  };
}
