// Loaded into the application, which takes connections before Next has called `register` (instrumentation.ts): what looks at
// each request as it starts is there only then. What came in meanwhile is announced again, but for what was answered already or given up.
import { channel } from "node:diagnostics_channel";

const started = channel("http.server.request.start");
/** @typedef {{ response: import("node:http").ServerResponse }} Started */
/** @type {Started[]} */
const early = [];
/** @param {unknown} message */
const keep = (message) => void early.push(/** @type {Started} */ (message));

started.subscribe(keep);

/** @type {typeof globalThis & { registerEarlyRequests?: () => void }} */ (globalThis).registerEarlyRequests =
  () => {
    started.unsubscribe(keep);
    for (const message of early.splice(0))
      if (!message.response.headersSent && !message.response.destroyed) started.publish(message);
  };
