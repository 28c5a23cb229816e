// A clock that nobody can set: the machine's time when this process started, plus the time elapsed since.
import os from "node:os";
import type { Instant } from "@/lib/domain/base/day";

/** Next bundles this module several times; all copies share one start. */
const shared = globalThis as typeof globalThis & { steadyStart?: { atMs: number; uptimeMs: number } };

// Not performance.now(): it stops while the machine sleeps.
const uptimeMs = (): number => os.uptime() * 1_000;

const start = (shared.steadyStart ??= { atMs: Date.now(), uptimeMs: uptimeMs() });

export const steadyMs = (): number => start.atMs + uptimeMs() - start.uptimeMs;

export const steadyInstant = (): Instant => new Date(steadyMs()).toISOString();
