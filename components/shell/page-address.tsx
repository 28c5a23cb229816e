"use client";
import { usePathname, useSearchParams } from "next/navigation";

/** The address of this view, on screen and in print. */
export function PageAddress() {
  const path = usePathname();
  const query = useSearchParams().toString();
  return (
    <span className="web-address whitespace-nowrap text-ellipsis overflow-hidden text-subtle max-md:whitespace-normal max-md:wrap-anywhere">
      {query === "" ? path : `${path}?${decodeQuery(query)}`}
    </span>
  );
}

/** Commas and colons as typed, which is easier to read; characters that would break the address stay encoded. */
function decodeQuery(query: string): string {
  return query.replaceAll("%2C", ",").replaceAll("%3A", ":");
}
