/** Where to go after signing in: a path of this register, or its start page. Nothing that a browser could read as
    another host (`//host`, `/\host`) and nothing with control characters. */
export function safeNext(wish: string | undefined): string {
  if (wish === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wish) || wish.includes("\\")) return "/";
  return wish.startsWith("/sign-in") || wish.startsWith("/api/") ? "/" : wish;
}
