// A clock that nobody can set: what the machine's clock said when this process started, and the time that has passed since.
import os from "node:os";
import type { Instant } from "@/lib/domain/base/day";

/** Next bundles modules several times; all of them share one start. */
const shared = globalThis as typeof globalThis & { steadyStart?: { atMs: number; uptimeMs: number } };

// Not performance.now(): it stops while a machine sleeps.
const uptimeMs = (): number => os.uptime() * 1_000;

const start = (shared.steadyStart ??= { atMs: Date.now(), uptimeMs: uptimeMs() });

export const steadyMs = (): number => start.atMs + uptimeMs() - start.uptimeMs;

export const steadyInstant = (): Instant => new Date(steadyMs()).toISOString();
