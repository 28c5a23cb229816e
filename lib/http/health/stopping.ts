// Whether this instance is on its way out. Signals and routes are in two bundles, and share it.
const shared = globalThis as typeof globalThis & { registerIsStopping?: boolean };

export const isStopping = (): boolean => shared.registerIsStopping === true;

export function noteStopping(): void {
  shared.registerIsStopping = true;
}
