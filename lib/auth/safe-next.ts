/** Where to go after signing in: a path of this register, or its start page. Nothing that a browser could read as
    another host (`//host`, `/\host`), nothing with blanks or control characters, and not round in a circle. */
export function safeNext(wish: unknown): string {
  if (typeof wish !== "string" || wish.length > 2_000) return "/";
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wish) || wish.includes("\\")) return "/";
  const path = wish.split(/[?#]/)[0] ?? "";
  return /^\/(sign-in|set-password|api)(\/|$)|\/(\/|\.|%2e)/i.test(path) ? "/" : wish;
}
