import type { Verdict } from "@/lib/verifier/verify.mjs";

export interface CheckRequest {
  /** Null: the folder is checked. */
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

/** Returns a function that cancels. */
export function check(request: CheckRequest, hear: (finding: CheckFinding) => void): () => void {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<CheckFinding>) => {
    hear(data);
    if (data.is !== "underway") worker.terminate();
  });
  worker.addEventListener("error", () => hear({ is: "fault", code: "broken", file: "", from: "" }));
  worker.postMessage(request);
  return () => worker.terminate();
}
