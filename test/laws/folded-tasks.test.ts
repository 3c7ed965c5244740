import fc from "fast-check";
import { expect, test } from "vitest";
import { foldTasks, type PlacedTask } from "../../src/web/desk-tasks.ts";

const aTask: fc.Arbitrary<PlacedTask> = fc.record({
  place: fc.constantFrom("requests", "partners", "availability", "messages"),
  urgency: fc.constant("soon"),
  due: fc.constant(null),
  icon: fc.constant("tray"),
  title: fc.uuid(),
  reason: fc.constant(""),
  actions: fc.constant([]),
  things: fc.integer({ min: 1, max: 20 }),
});
const things = (all: readonly { readonly things: number }[]) => all.reduce((sum, one) => sum + one.things, 0);

test("folded tasks hide no room and lose nothing: the first of each stay in their order, the rest is counted", () => {
  fc.assert(
    fc.property(fc.array(aTask, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (tasks, most) => {
      const { shown, more } = foldTasks(tasks, most);
      expect(things(shown) + things(more)).toBe(things(tasks));
      for (const [place, room] of Map.groupBy(tasks, (task) => task.place)) {
        expect(shown.filter((task) => task.place === place)).toEqual(room.slice(0, most));
        expect(things(more.filter((one) => one.place === place))).toBe(things(room.slice(most)));
      }
      expect(shown).toEqual(tasks.filter((task) => shown.includes(task)));
    }),
  );
});
