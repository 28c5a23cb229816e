// Whether this instance is stopping. Signals, routes and workers are in several bundles, and share it.
const shared = globalThis as typeof globalThis & { registerIsStopping?: boolean };

export const isInstanceStopping = (): boolean => shared.registerIsStopping === true;

/** Readiness says so from now on, and no worker takes another job. */
export function noteStopping(): void {
  shared.registerIsStopping = true;
}
