import net from "node:net";
import { until } from "../embedded/process.mjs";
import { PlainError } from "../base/plain-error.mjs";

/**
 * Fails unless the port is free, now or after the moment that a killed start's application takes to exit.
 * @param {string} host
 * @param {number} port
 */
export async function checkPort(host, port) {
  /** @type {string | null} */
  let why = null;
  const free = await until(async () => {
    why = await whyNot(host, port);
    return why === null;
  }, 2_000);
  if (free) return;
  if (why === "EADDRINUSE")
    throw new PlainError(
      `Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=3001 npm start`,
    );
  throw new PlainError(`The address ${host}:${port} cannot be used (${why}).`);
}

/** @param {string} host @param {number} port @returns {Promise<string | null>} */
function whyNot(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) =>
      resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
