// Asks a thread to order a graph in layers. Earlier answers are cached by a hash of the question.
import "server-only";
import { createHash } from "node:crypto";
import path from "node:path";
import { logger } from "@/lib/platform/log";
import { threadOf } from "@/lib/platform/thread";

export interface LayersAsked {
  /** `layer`: 0 first, 1 between, 2 last, 3 after that. */
  boxes: { id: string; height: number; layer: number }[];
  edges: { from: string; to: string }[];
}
/** A box as its id, or an edge that passes through as its index. */
export type Layers = (string | number)[][];

const MOST_REMEMBERED = 200;
/** More can't be followed by eye, and take many seconds to order. */
export const MOST_LINES = 300;
const PATIENCE_MS = 4_000;
/** How long a graph that couldn't be laid out isn't tried again. */
const NOT_AGAIN_MS = 60_000;

const remembered = new Map<string, Promise<Layers | null>>();

/** Null if there are too many lines, or no answer in time: the page then shows only its table. */
export function findLayers(graph: LayersAsked): Promise<Layers | null> {
  if (graph.edges.length > MOST_LINES) return Promise.resolve(null);
  const key = createHash("sha256").update(JSON.stringify(graph)).digest("base64");
  const layers = remembered.get(key) ?? orderInThread(graph);
  remembered.delete(key);
  remembered.set(key, layers);
  void layers.then((found) => {
    if (found === null) setTimeout(() => remembered.delete(key), NOT_AGAIN_MS).unref();
  });
  for (const oldest of remembered.keys()) if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
  return layers;
}

async function orderInThread(drawing: LayersAsked): Promise<Layers | null> {
  try {
    return await order(drawing);
  } catch (error) {
    logger.warn({ err: error }, "a graph was not laid out");
    return null;
  }
}

const order = threadOf<LayersAsked, Layers>(
  path.join(process.cwd(), "lib", "conditions", "graph", "layers.mjs"),
  PATIENCE_MS,
);
