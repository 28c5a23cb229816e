// Loaded into the application, which takes connections before Next has called `register` (instrumentation.ts): what looks at
// each request as it starts is there only then. Next answers none before, so what came in meanwhile is announced again.
import { channel } from "node:diagnostics_channel";

const started = channel("http.server.request.start");
/** @type {unknown[]} */
const early = [];
/** @param {unknown} message */
const keep = (message) => void early.push(message);

started.subscribe(keep);

/** @type {typeof globalThis & { registerEarlyRequests?: () => void }} */ (globalThis).registerEarlyRequests =
  () => {
    started.unsubscribe(keep);
    for (const message of early.splice(0)) started.publish(message);
  };
