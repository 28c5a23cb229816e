/** How far up the window a heading has to come. */
const READ = 0.65;

/** Marks the part that is being read: the last whose heading has come up so far. Returns how to end that. */
export function follow(index: string, parts: readonly string[]): () => void {
  const links = document.getElementById(index);
  const headings = parts.flatMap((id) => document.getElementById(id) ?? []);
  const mark = () => {
    const passed = headings.filter((one) => one.getBoundingClientRect().top < innerHeight * READ);
    const current = passed.at(-1) ?? headings[0];
    for (const link of links?.querySelectorAll("a") ?? []) link.toggleAttribute("aria-current", false);
    links?.querySelector(`a[href="#${current?.id ?? ""}"]`)?.setAttribute("aria-current", "true");
  };
  // A heading crosses that line: nothing is asked while the page merely scrolls.
  const observer = new IntersectionObserver(mark, {
    rootMargin: `0px 0px -${String(100 - READ * 100)}% 0px`,
  });
  for (const heading of headings) observer.observe(heading);
  return () => observer.disconnect();
}
