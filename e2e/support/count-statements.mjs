// Loaded before the server of the stories: counts the statements that a request sends to the database. A
// request gives a name in `x-count-statements`, and /statements/<name> answers with its statements.
import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import http from "node:http";
import Module from "node:module";

/** @type {Map<string, string[]>} */
const sent = new Map();
/** @type {AsyncLocalStorage<string>} */
const counting = new AsyncLocalStorage();

wrap(http.Server.prototype, "emit", function (emit, event, ...given) {
  if (event !== "request") return emit.call(this, event, ...given);
  const [request, response] = /** @type {[http.IncomingMessage, http.ServerResponse]} */ (given);
  const [, asked] = /^\/statements\/([\w-]+)$/.exec(request.url ?? "") ?? [];
  if (asked !== undefined) return response.end(JSON.stringify(sent.get(asked) ?? []));
  const name = request.headers["x-count-statements"];
  if (typeof name !== "string") return emit.call(this, event, ...given);
  sent.set(name, []);
  return counting.run(name, () => emit.call(this, event, ...given));
});

/** The server's bundle contains everything but this package, which it loads under another name. */
let isCounting = false;
wrap(Module, "_load", function (load, ...given) {
  const loaded = load.apply(this, given);
  if (!isCounting && isPg(loaded)) {
    isCounting = true;
    count(loaded);
  }
  return loaded;
});

/** @param {unknown} loaded @returns {loaded is typeof import("pg")} */
const isPg = (loaded) =>
  typeof loaded === "object" && loaded !== null && "Client" in loaded && "Pool" in loaded;

/** @param {typeof import("pg")} pg */
function count({ Client, Pool }) {
  wrap(Client.prototype, "query", function (query, question, ...given) {
    const text = typeof question === "string" ? question : /** @type {{ text: string }} */ (question).text;
    sent.get(counting.getStore() ?? "")?.push(text);
    return query.call(this, question, ...given);
  });
  // Unbound, a waiting request would get its connection in the async context of the request that returns it.
  wrap(Pool.prototype, "connect", function (connect, callback) {
    return connect.call(
      this,
      typeof callback === "function" ? AsyncResource.bind(/** @type {() => void} */ (callback)) : undefined,
    );
  });
}

/** @typedef {(this: unknown, ...given: unknown[]) => unknown} Method */

/** @param {object} owner @param {string} name @param {(this: unknown, method: Method, ...given: unknown[]) => unknown} by */
function wrap(owner, name, by) {
  const method = /** @type {Method} */ (Reflect.get(owner, name));
  /** @type {Method} */
  const wrapped = function (...given) {
    return by.call(this, method, ...given);
  };
  Reflect.set(owner, name, wrapped);
}
