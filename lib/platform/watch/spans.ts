// Steps of a request or a job, for traces. Without tracing a step is simply run.
import { channel } from "node:diagnostics_channel";

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Shared by all bundles in this process. */
const shared = globalThis as typeof globalThis & {
  registerSteps?: Step;
  registerFlush?: () => Promise<void>;
};

export const asStep: Step = (name, work) => shared.registerSteps?.(name, work) ?? work();

/** Resolves once the traces are sent, or can't be. */
export const tracesSent = async (): Promise<void> => shared.registerFlush?.();

export function traceSteps(step: Step, flush: () => Promise<void>): void {
  shared.registerSteps = step;
  shared.registerFlush = flush;
}

/** A round trip to the database, published when it is sent (lib/db/sql/traced-client.ts). */
export interface RoundTrip {
  /** `SELECT audit.event`: never a value. */
  name: string;
  /** Set by subscribers. */
  onEnd?: (error: unknown) => void;
}

export const onRoundTrip = (hear: (trip: RoundTrip) => void): void =>
  channel("register:query").subscribe((message) => hear(message as RoundTrip));
