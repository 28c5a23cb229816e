// Which route of the built application a path belongs to: from a closed list, whatever is requested.
import { readFileSync } from "node:fs";
import path from "node:path";

interface Manifest {
  staticRoutes: readonly { page: string }[];
  dynamicRoutes: readonly { page: string; regex: string }[];
}

/** `folder`: of the build. Without a build, as in development, every page is `page`. */
export function pageRoutes(folder: string): (path: string) => string {
  const { staticRoutes, dynamicRoutes } = manifestIn(folder);
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
  const other = fixed.size === 0 ? "page" : "other";
  return (path) => {
    if (path.startsWith("/_next/static/")) return "/_next/static";
    if (fixed.has(path)) return path;
    return patterns.find(({ pattern }) => pattern.test(path))?.page ?? other;
  };
}

function manifestIn(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(path.join(folder, "routes-manifest.json"), "utf8")) as Manifest;
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
