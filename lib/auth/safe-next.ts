/**
 * The path to go to after signing in, or the start page. Refuses anything a browser could read as another host
 * (`//host`, `/\host`), blanks, control characters, API paths, and the sign-in pages themselves (a loop).
 */
export function safeNext(wish: unknown): string {
  if (typeof wish !== "string" || wish.length > 2_000) return "/";
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wish) || wish.includes("\\")) return "/";
  const path = wish.split(/[?#]/)[0] ?? "";
  return /^\/(sign-in|set-password|api)(\/|$)|\/(\/|\.|%2e)/i.test(path) ? "/" : wish;
}
