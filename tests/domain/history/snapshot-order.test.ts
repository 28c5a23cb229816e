import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_SNAPSHOT, snapshotAfter, type RecordVersion } from "@/lib/domain/history/snapshot";

const told = fc.array(
  fc.record({ type: fc.constant("baseline" as const), id: fc.constantFrom("a", "b", "c", "d", "e") }),
  { maxLength: 30 },
);

/** The last event of each record, as when the log is read up to a position. */
const latest = (events: readonly RecordVersion[]): RecordVersion[] =>
  events.filter(({ id }, index) => !events.slice(index + 1).some((later) => later.id === id));

test("a snapshot has its records in one order, whatever steps lead to it", () => {
  fc.assert(
    fc.property(told, fc.nat(30), fc.nat(30), (given, one, other) => {
      const events = given.map((event, version): RecordVersion => ({
        ...event,
        record: { id: event.id, version },
      }));
      const [first, second] = [Math.min(one, other), Math.max(one, other)];
      const steps = [events.slice(0, first), events.slice(first, second), events.slice(second)];
      const byStep = steps.reduce((snapshot, step) => snapshotAfter(snapshot, latest(step)), EMPTY_SNAPSHOT);
      expect([...byStep.baseline]).toEqual([...snapshotAfter(EMPTY_SNAPSHOT, latest(events)).baseline]);
    }),
  );
});
