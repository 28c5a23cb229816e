// One request as a program outside makes it, and its two outcomes: an answer, or doubt.
import http from "node:http";
import https from "node:https";

/** The server that is asked. */
export interface ServerAddress {
  name: string;
  port: number;
  /** Its certificate, for the name localhost; without one, requests are unencrypted. */
  certificate?: string;
  /** Whether nothing has been done to it since then. */
  isLeftAloneSince(moment: number): boolean;
}

export interface Sent {
  method: "GET" | "POST" | "PATCH";
  path: string;
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** The client itself hangs up after this many milliseconds. */
  hangUpAfter?: number;
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  ms: number;
}

/** The outcome is unknown. */
export interface Doubt {
  status: null;
  why: string;
  ms: number;
}

export const PATIENCE_MS = 30_000;

/** One per process: connections are kept, and break when their server does. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const secureAgent = new https.Agent({ keepAlive: true, maxSockets: 256 });

export function send(to: Pick<ServerAddress, "port" | "certificate">, sent: Sent): Promise<Answer | Doubt> {
  const { method, path, cookie, headers, hangUpAfter } = sent;
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  const began = performance.now();
  const { port, certificate } = to;
  const origin = certificate === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  const how = certificate === undefined ? { agent } : { agent: secureAgent, ca: certificate };
  return new Promise((resolve) => {
    const request = (certificate === undefined ? http : https).request(`${origin}${path}`, {
      method,
      ...how,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === null
          ? {}
          : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
        ...(method === "GET" ? {} : { origin }),
        ...headers,
      },
    });
    const inDoubt = (why: string): void => {
      clearTimeout(timer);
      resolve({ status: null, why, ms: performance.now() - began });
    };
    const timer = setTimeout(() => {
      request.destroy(new Error(hangUpAfter === undefined ? "no answer" : "hung up"));
    }, hangUpAfter ?? PATIENCE_MS);
    request.once("error", (error) => {
      inDoubt(error.message);
    });
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", (error) => {
        inDoubt(error.message);
      });
      response.once("end", () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          ms: performance.now() - began,
        });
      });
    });
    request.end(body ?? undefined);
  });
}

export const bodyOf = (answer: Answer): Record<string, unknown> =>
  JSON.parse(answer.text) as Record<string, unknown>;

/** Closes what is kept open, so that the run can end. */
export const hangUp = (): void => {
  agent.destroy();
  secureAgent.destroy();
};
