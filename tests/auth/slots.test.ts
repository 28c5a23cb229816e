import { expect, test } from "vitest";
import { inSlot } from "@/lib/auth/sign-in/slots";

/** Work that lasts until it is let go. */
function held() {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  return { until, letGo };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("two run at a time, in the order they came, and the line moves on when one fails", async () => {
  const works = [held(), held(), held(), held()];
  const begun: number[] = [];
  const runs = works.map(({ until }, n) =>
    inSlot(`caller ${n}`, async () => {
      begun.push(n);
      await until;
      if (n === 0) throw new Error("failed");
      return n;
    }),
  );
  const outcomes = Promise.allSettled(runs);
  await settled();
  expect(begun).toEqual([0, 1]);
  works[0]?.letGo();
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  for (const { letGo } of works) letGo();
  expect((await outcomes).map((outcome) => outcome.status)).toEqual([
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
});

test("no caller takes all places in the line", async () => {
  const { until, letGo } = held();
  const stranger = Array.from({ length: 700 }, () => inSlot("stranger", () => until.then(() => "done")));
  const others = Array.from({ length: 50 }, (_, n) => inSlot(`other ${n}`, () => until.then(() => "done")));
  letGo();
  const count = async (runs: Promise<string | null>[]) =>
    (await Promise.all(runs)).filter((answer) => answer === "done").length;
  expect(await count(stranger)).toBe(302);
  expect(await count(others)).toBe(50);
});
