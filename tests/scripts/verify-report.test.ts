// A verdict becomes a report and an exit code.
import { expect, test } from "vitest";
import { discrepancy, firstProblem, verdictOf, type VerifyVerdict } from "@/lib/db/verify/verdict";
import { exitOf, progressOf, reportOf } from "@/scripts/verify/report";

const verdict = (made: Partial<Omit<VerifyVerdict, "intact" | "fault">> = {}): VerifyVerdict =>
  verdictOf({
    ...{ findings: [], earlier: [], events: 1200, records: 300, vouched: 1190, unchecked: [], remarks: [] },
    bounds: [
      {
        source: "audit.checkpoint",
        checkpoints: 9,
        through: 1190,
        rests: "signature",
        by: "key 0a1b2c3d (keys)",
      },
    ],
    ...made,
  });
const linesOf = (one: VerifyVerdict): string[] => reportOf(one).split("\n");

test("an intact log is reported with what vouches for which entries, and where that ends", () => {
  expect(exitOf(verdict())).toBe(0);
  expect(linesOf(verdict()).slice(0, 5)).toEqual([
    "intact: 1,200 events, 300 records",
    "",
    "What vouches for the log:",
    "  – entries 1 to 1,190: 9 checkpoints in audit.checkpoint; this rests on a signature of key 0a1b2c3d (keys)",
    "  – the first entry that no verified signature covers is 1191; entries 1191 to 1200 rest on the database alone",
  ]);
  const all = verdict({ events: 1190 });
  expect(reportOf(all)).toContain("every entry is covered by a verified signature");
});

test("the first fault is on the first line, the others below, each with how many more there are", () => {
  const findings = [
    ...firstProblem([discrepancy("log", "entry 7: it is missing", 7)]),
    ...firstProblem(["a", "b", "c"].map((says) => discrepancy("checkpoint", says))),
  ];
  const wrong = verdict({ findings });
  expect(wrong).toMatchObject({ intact: false, fault: "entry 7: it is missing" });
  expect(exitOf(wrong)).toBe(1);
  expect(linesOf(wrong).slice(0, 4)).toEqual([
    "not intact: entry 7: it is missing",
    "",
    "Also wrong:",
    "  – a (and 2 more like it)",
  ]);
});

test("each bound says what it rests on", () => {
  const bound = { source: "x", checkpoints: 1, through: 5, by: "held.note" };
  const said = reportOf(
    verdict({
      bounds: [
        { ...bound, rests: "holder" },
        { ...bound, rests: "database" },
        { ...bound, rests: "signature", through: 0 },
      ],
      vouched: 5,
    }),
  );
  expect(said).toContain(
    "entries 1 to 5: 1 checkpoint in x; this rests on trust in the keeper of held.note, because no key was given",
  );
  expect(said).toContain("entries 1 to 5: 1 checkpoint in x; this rests on the database alone");
  expect(said).toContain("no entry: 1 checkpoint in x, and none agrees with the log");
  expect(said).toContain(
    "the first entry that no verified signature covers is 1; entries up to 5 rest on a checkpoint without one; entries 6 to 1200 rest on the database alone",
  );
});

test("a log that nothing vouches for, or that can't all be checked, is not verified", () => {
  const alone = verdict({ vouched: 0, bounds: [] });
  expect(exitOf(alone)).toBe(2);
  expect(reportOf(alone)).toMatch(/^could not verify: the database agrees with itself \(1,200 events/);
  const partly = verdict({ unchecked: ["held.note: it is signed by none of the keys that are known"] });
  expect(exitOf(partly)).toBe(2);
  expect(reportOf(partly)).toMatch(/^could not verify all of it: nothing is wrong with the rest/);
  expect(reportOf(partly)).toContain("Could not be checked:\n  – held.note");
});

test("progress is printed every 20,000 entries and at each step", () => {
  const said: string[] = [];
  const progress = progressOf((line) => said.push(line));
  for (let entries = 2000; entries <= 42_000; entries += 2000) progress("log", entries);
  for (const part of ["record", "access", "derived"] as const) progress(part);
  expect(said).toEqual([
    "read 20,000 entries of the log …",
    "read 40,000 entries of the log …",
    "comparing the records with their last entries …",
    "reading the access log …",
    "recomputing derived data …",
  ]);
});
