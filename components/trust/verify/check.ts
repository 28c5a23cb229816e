// Between the page and what checks for it.
import type { Verdict } from "@/lib/verifier/verify.mjs";

export interface CheckRequest {
  /** Else the folder. */
  zip: File | null;
  folder: { path: string; file: File }[];
  keys: string[];
  checkpoint: string | null;
}

export type CheckFinding =
  | { is: "underway"; percent: number }
  | { is: "done"; verdict: Verdict }
  /** `from`: the field in which it was chosen. */
  | { is: "fault"; code: string; file: string; from: string };

/** Answers how to cancel. */
export function check(asked: CheckRequest, hear: (told: CheckFinding) => void): () => void {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<CheckFinding>) => {
    hear(data);
    if (data.is !== "underway") worker.terminate();
  });
  worker.addEventListener("error", () => hear({ is: "fault", code: "broken", file: "", from: "" }));
  worker.postMessage(asked);
  return () => worker.terminate();
}
