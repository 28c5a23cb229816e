/** The language of the page that is shown, for what has its words in the script; while the server draws, nothing of it is. */
export function documentLanguage(): "en" | "fr" | "uk" {
  const said = typeof document === "undefined" ? "en" : document.documentElement.lang;
  return said === "fr" || said === "uk" ? said : "en";
}
