/** The page's language, for scripts that hold their own words. English on the server, which draws none of them. */
export function documentLanguage(): "en" | "fr" | "uk" {
  const said = typeof document === "undefined" ? "en" : document.documentElement.lang;
  return said === "fr" || said === "uk" ? said : "en";
}
