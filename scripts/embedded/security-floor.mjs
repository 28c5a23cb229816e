// PostgreSQL's minor releases that close known holes. The embedded one comes from npm, which lags behind them.

/** By major version. @type {Readonly<Record<string, number>>} */
const FLOORS = { 18: 6 };

/**
 * A line where this version has known holes; null where it has none that we know of.
 * @param {string} version as the server says it: 18.4
 */
export function behindFloor(version) {
  const [major = "", minor = ""] = version.split(/[^0-9]/);
  const floor = FLOORS[major];
  if (floor === undefined || Number(minor) >= floor) return null;
  return `The embedded PostgreSQL is ${major}.${minor}, and ${major}.${floor} closes known holes. It listens on a socket of this account alone; keep it for evaluation.`;
}
