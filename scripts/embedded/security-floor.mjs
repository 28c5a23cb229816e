// PostgreSQL's minor releases that fix known security holes. The embedded one comes from npm, which lags
// behind them.

/** By major version. @type {Readonly<Record<string, number>>} */
const FLOORS = { 18: 6 };

/**
 * A warning if this version has known holes, otherwise null.
 * @param {string} version as the server says it: 18.4
 */
export function behindFloor(version) {
  const [major = "", minor = ""] = version.split(/[^0-9]/);
  const floor = FLOORS[major];
  if (floor === undefined || Number(minor) >= floor) return null;
  return `The embedded PostgreSQL is version ${major}.${minor}, which has security holes that ${major}.${floor} fixes. It listens only on a socket of this account. Use it for evaluation only.`;
}
