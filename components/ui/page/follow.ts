/** A heading counts as reached above this share of the window's height. */
const READ = 0.65;

/**
 * Marks the part being read: the last one whose heading has come up so far. Returns a function that stops.
 */
export function follow(index: string, parts: readonly string[]): () => void {
  const links = document.getElementById(index);
  const headings = parts.flatMap((id) => document.getElementById(id) ?? []);
  const mark = () => {
    const passed = headings.filter((one) => one.getBoundingClientRect().top < innerHeight * READ);
    const current = passed.at(-1) ?? headings[0];
    for (const link of links?.querySelectorAll("a") ?? []) link.toggleAttribute("aria-current", false);
    links?.querySelector(`a[href="#${current?.id ?? ""}"]`)?.setAttribute("aria-current", "true");
  };
  // Runs only when a heading crosses that line, not while the page merely scrolls.
  const observer = new IntersectionObserver(mark, {
    rootMargin: `0px 0px -${String(100 - READ * 100)}% 0px`,
  });
  for (const heading of headings) observer.observe(heading);
  return () => observer.disconnect();
}
