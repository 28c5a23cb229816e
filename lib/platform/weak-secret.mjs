const KNOWN = [
  "secret",
  "changeme",
  "change-me",
  "nextauth_secret",
  "please-change",
  "your-secret",
  "example",
  "development",
];

/**
 * Why a secret that signs sessions must not be used, or null. Used by the starter, before anything is
 * installed, and by the application.
 * @param {string} secret
 * @returns {string | null}
 */
export function weakSecret(secret) {
  if (secret.length < 32) return "it is shorter than 32 characters";
  if (new Set(secret).size < 8) return "it repeats a few characters";
  const plain = secret.toLowerCase();
  return KNOWN.some((word) => plain.includes(word)) ? "it is a known default" : null;
}
