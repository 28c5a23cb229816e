import path from "node:path";
import { expect, test } from "vitest";
import { threadOf } from "@/lib/platform/thread";

const LAYERS = path.resolve("lib/conditions/graph/layers.mjs");
const drawing = { boxes: [{ id: "a", height: 1, layer: 0 }], edges: [] };
const open = (): string[] => process.getActiveResourcesInfo().filter((one) => one === "MessagePort");

test("an idle thread doesn't keep the process alive, and answers the next question", async () => {
  const before = open();
  const ask = threadOf<typeof drawing, (string | number)[][]>(LAYERS, 10_000);
  expect(await ask(drawing)).toEqual([["a"]]);
  expect(open()).toEqual(before);
  expect(await ask(drawing)).toEqual([["a"]]);
  expect(open()).toEqual(before);
});

test("a question that fails says why, and the next is answered", async () => {
  const ask = threadOf<object, (string | number)[][]>(LAYERS, 10_000);
  await expect(ask({})).rejects.toThrow(/undefined/);
  expect(await ask(drawing)).toEqual([["a"]]);
});

test("a question that isn't answered in time fails", async () => {
  const ask = threadOf<object, (string | number)[][]>(LAYERS, 0);
  await expect(ask(drawing)).rejects.toThrow("no answer in 0 ms");
});
