// Loaded into the application, which accepts connections before Next has called `register`
// (instrumentation.ts). Code that observes each request as it starts is there only then, so earlier requests
// are announced again, unless they were answered or abandoned meanwhile.
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
