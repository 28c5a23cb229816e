/**
 * The path to go to after signing in, or the start page. Refuses anything a browser could read as another host
 * (`//host`, `/\host`), blanks, control characters, API paths, and the sign-in pages themselves (a loop).
 */
export function safeNext(target: unknown): string {
  if (typeof target !== "string" || target.length > 2_000) return "/";
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(target) || target.includes("\\")) return "/";
  const path = target.split(/[?#]/)[0] ?? "";
  return /^\/(sign-in|set-password|api)(\/|$)|\/(\/|\.|%2e)/i.test(path) ? "/" : target;
}
