import type { Instant } from "@/lib/domain/base/day";

/** The register's time before signing in: no session provides it yet. */
export const registerTime = ({ offsetMs }: { offsetMs: number }): Instant =>
  new Date(Date.now() + offsetMs).toISOString();
