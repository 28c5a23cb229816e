// What happens in this process, for its subscribers: lines of the log, metrics, traces. Without a subscriber
// publishing costs nothing. Node keeps channels by name, so bundles share them.
import { channel } from "node:diagnostics_channel";

/** A request from its arrival to the end of its answer. */
export interface RequestUnderWay {
  id: string;
  method: string;
  /** Set by what serves it; null if the route follows from the path. */
  route: string | null;
  /** Tracing keeps its span here. */
  trace?: unknown;
}

export interface Begun {
  underWay: RequestUnderWay;
  /** From a trusted proxy; that of others is removed before. */
  traceparent: string | null;
}

/** A request that was answered, or whose client disconnected. */
export interface Answered {
  /** Its id, as in the answer's header. */
  request: string;
  method: string;
  /** From a closed list: `/api/v1/pledges/{reference}`, never the requested address. */
  route: string;
  status: number;
  ms: number;
  /** False if the client disconnected before the end. */
  isWhole: boolean;
  underWay?: RequestUnderWay;
}

/** A sign-in, a refusal, a download: its kind and code in the access log. */
export interface Accessed {
  kind: string;
  code: string | null;
}

/** An attempt at a job in the background. */
export interface JobRun {
  kind: string;
  outcome: "done" | "failed" | "lost";
  ms: number;
}

const named = <Message>(name: string) => {
  const announced = channel(`register:${name}`);
  return {
    publish: (message: Message): void => announced.publish(message),
    subscribe: (hear: (message: Message) => void): void =>
      announced.subscribe((message) => hear(message as Message)),
  };
};

export const begunRequests = named<Begun>("begun");
export const answeredRequests = named<Answered>("answered");
export const accesses = named<Accessed>("access");
export const jobRuns = named<JobRun>("job");
