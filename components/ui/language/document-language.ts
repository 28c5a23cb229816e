/** The page's language, for scripts that hold their own words. English on the server, which draws none of them. */
export function documentLanguage(): "en" | "fr" | "uk" {
  const language = typeof document === "undefined" ? "en" : document.documentElement.lang;
  return language === "fr" || language === "uk" ? language : "en";
}
