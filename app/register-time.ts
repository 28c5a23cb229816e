import type { Instant } from "@/lib/domain/base/day";

/** The register's time for a page before signing in, where no session is read that would bring it along. */
export const registerTime = ({ offsetMs }: { offsetMs: number }): Instant =>
  new Date(Date.now() + offsetMs).toISOString();
