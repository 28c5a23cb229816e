// Asks a thread to order a graph in layers. What was asked before is remembered, by what it is.
import "server-only";
import { createHash } from "node:crypto";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { logger } from "@/lib/platform/log";

export interface LayersAsked {
  /** `layer`: 0 first, 1 between, 2 last, 3 after that. */
  boxes: { id: string; height: number; layer: number }[];
  edges: { from: string; to: string }[];
}
/** A box by its id, or an edge that passes by, as its place in the list. */
export type Layers = (string | number)[][];

const MOST_REMEMBERED = 200;
/** More can't be followed by eye, and take many seconds to order. */
export const MOST_LINES = 300;
const PATIENCE_MS = 4_000;
/** A graph that could not be laid out isn't tried again so soon. */
const NOT_AGAIN_MS = 60_000;
const IDLE_MS = 60_000;

const remembered = new Map<string, Promise<Layers | null>>();

/** Null where there are too many lines, or no answer in time: a page then has its table alone. */
export function findLayers(asked: LayersAsked): Promise<Layers | null> {
  if (asked.edges.length > MOST_LINES) return Promise.resolve(null);
  const key = createHash("sha256").update(JSON.stringify(asked)).digest("base64");
  const layers = remembered.get(key) ?? orderInThread(asked);
  remembered.delete(key);
  remembered.set(key, layers);
  void layers.then((found) => {
    if (found === null) setTimeout(() => remembered.delete(key), NOT_AGAIN_MS).unref();
  });
  for (const oldest of remembered.keys()) if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
  return layers;
}

interface Thread {
  worker: Worker;
  asked: Map<number, (layers: Layers | null) => void>;
  idle: NodeJS.Timeout | null;
}

let thread: Thread | null = null;
let last = 0;

function orderInThread(drawing: LayersAsked): Promise<Layers | null> {
  const mine = (thread ??= startThread());
  if (mine.idle) clearTimeout(mine.idle);
  const id = (last += 1);
  return new Promise((answer) => {
    const late = setTimeout(() => endThread(mine, "a graph took too long to lay out"), PATIENCE_MS);
    mine.asked.set(id, (layers) => {
      clearTimeout(late);
      mine.asked.delete(id);
      answer(layers);
    });
    mine.worker.postMessage({ id, drawing });
  });
}

function startThread(): Thread {
  const program = path.join(process.cwd(), "lib", "conditions", "graph", "layers.mjs");
  const worker = new Worker(program, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 256 } });
  const mine: Thread = { worker, asked: new Map(), idle: null };
  worker.unref();
  worker.on("message", ({ id, layers, failed }: { id: number; layers?: Layers; failed?: string }) => {
    if (failed !== undefined) logger.warn({ failed }, "a graph was not laid out");
    mine.asked.get(id)?.(layers ?? null);
    if (mine.asked.size === 0) mine.idle = setTimeout(() => endThread(mine, null), IDLE_MS).unref();
  });
  worker.on("error", (error) => endThread(mine, String(error)));
  return mine;
}

/** The next graph starts a new one. */
function endThread(mine: Thread, why: string | null): void {
  if (why !== null) logger.warn({ why }, "the thread that lays out graphs has ended");
  if (thread === mine) thread = null;
  for (const answer of mine.asked.values()) answer(null);
  void mine.worker.terminate();
}
