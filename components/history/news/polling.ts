// Polls while the tab is visible: less often while the register is busy or out of reach, and not at all once
// it has said that it won't answer.

export type Outcome = "answered" | "failed" | "over";

const EVERY_MS = 25_000;
const LONGEST_MS = 10 * 60_000;

/** `first`: milliseconds until the first request. Returns a function that stops. */
export function startPolling(ask: (signal: AbortSignal) => Promise<Outcome>, first: number): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let pause = first;
  let last = performance.now();
  let timer = 0;
  let isAsking = false;

  const plan = () => {
    clearTimeout(timer);
    if (document.hidden || isAsking || signal.aborted) return;
    timer = window.setTimeout(() => void turn(), Math.max(0, last + pause - performance.now()));
  };
  const turn = async () => {
    isAsking = true;
    const outcome = navigator.onLine ? await ask(signal) : "failed";
    isAsking = false;
    last = performance.now();
    // Randomized, so that not all pages ask at once.
    pause = outcome === "answered" ? EVERY_MS * (0.9 + Math.random() / 5) : longer(pause);
    if (outcome === "over") stop.abort();
    plan();
  };
  document.addEventListener("visibilitychange", plan, { signal });
  plan();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

const longer = (pause: number): number => Math.min(Math.max(pause, EVERY_MS) * 2, LONGEST_MS);
