import type { Instant } from "@/lib/domain/base/day";

/** The register's time before signing in: there is no session to bring it. */
export const registerTime = ({ offsetMs }: { offsetMs: number }): Instant =>
  new Date(Date.now() + offsetMs).toISOString();
