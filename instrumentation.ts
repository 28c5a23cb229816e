/** Runs once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { markPeers } = await import("@/lib/auth/address");
  const { mendRequests } = await import("@/lib/http/wire");
  markPeers();
  mendRequests();
}
