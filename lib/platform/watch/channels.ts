// What happens in this process, for those who watch it: lines of the log, metrics, traces. They subscribe; while nobody
// does, publishing costs nothing. Node keeps channels by name, so bundles share them.
import { channel } from "node:diagnostics_channel";

/** A request from its arrival to the end of its answer. */
export interface RequestUnderWay {
  id: string;
  method: string;
  /** What serves it, where that says so; else it follows from the path. */
  route: string | null;
  /** What traces it keeps its span here. */
  trace?: unknown;
}

export interface Begun {
  underWay: RequestUnderWay;
  /** Of a trusted proxy; from others it doesn't get here. */
  traceparent: string | null;
}

/** A request that was answered, or that its client left. */
export interface Answered {
  /** Its id, as the answer carries it. */
  request: string;
  method: string;
  /** Of a closed list: `/api/v1/pledges/{reference}`, never an address that was asked for. */
  route: string;
  status: number;
  ms: number;
  /** False where the client left before the end. */
  isWhole: boolean;
  underWay?: RequestUnderWay;
}

/** A sign-in, a refusal, a download: of the access log its kind and code. */
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
