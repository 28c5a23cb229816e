// Warns at each start of settings that send data over the network unencrypted.

/**
 * @param {NodeJS.Dict<string>} env
 * @returns {string[]} a line for each
 */
export function unencrypted({ FILES_BUCKET = "", CHECKPOINT_SINKS = "", WITNESSES = "", ...env }) {
  const bucket = plainIn(FILES_BUCKET).map(
    (host) => `FILES_BUCKET: files go to ${host} unencrypted. Use https://.`,
  );
  const sinks = plainIn(CHECKPOINT_SINKS).map(
    (host) => `CHECKPOINT_SINKS: checkpoints go to ${host} unencrypted. Use https://.`,
  );
  const witnesses = plainIn(WITNESSES).map(
    (host) => `WITNESSES: requests go to ${host} unencrypted. Use https://.`,
  );
  const databases = ["DATABASE_URL", "DATABASE_OWNER_URL"].flatMap((name) => {
    const host = withoutTls(env[name] ?? "", env.PGSSLMODE);
    return host === null ? [] : [`${name}: ${host} is reached without TLS. Add ?sslmode=verify-full.`];
  });
  return [...bucket, ...sinks, ...witnesses, ...databases];
}

/** The hosts of these http:// addresses, except this machine. @param {string} words */
const plainIn = (words) =>
  words
    .split(/\s+/)
    .filter((word) => word.startsWith("http://") && URL.canParse(word))
    .map((word) => new URL(word).hostname)
    .filter((host) => !isHere(host));

/** The database's host where it is another machine and its address asks for no TLS.
 * @param {string} address @param {string | undefined} mode */
function withoutTls(address, mode) {
  if (!URL.canParse(address)) return null;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get("host") || hostname;
  const asked = searchParams.get("sslmode") ?? searchParams.get("ssl") ?? mode ?? "";
  return host.startsWith("/") || isHere(host) || TLS.test(asked) ? null : host;
}

/** As node-postgres reads it: `prefer` asks for TLS, too; no value doesn't. */
const TLS = /^(require|prefer|verify-ca|verify-full|no-verify|true|1)$/;

/** @param {string} host */
const isHere = (host) => host === "" || host === "localhost" || host === "[::1]" || /^127\./.test(host);
