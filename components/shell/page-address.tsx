"use client";
import { usePathname, useSearchParams } from "next/navigation";

/** A link is a view: the address of this one, on screen and in print. */
export function PageAddress() {
  const path = usePathname();
  const query = useSearchParams().toString();
  return <span className="url">{query === "" ? path : `${path}?${decodeQuery(query)}`}</span>;
}

/** Commas and colons are easier to read as they were typed; what would break the address stays encoded. */
function decodeQuery(query: string): string {
  return query.replaceAll("%2C", ",").replaceAll("%3A", ":");
}
