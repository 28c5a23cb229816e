import type { Instrumentation } from "next";

/** Runs once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { sealAccessLog } = await import("@/lib/auth/access-log");
  const { markPeers } = await import("@/lib/auth/address");
  const { mendRequests } = await import("@/lib/http/wire");
  const { mendBrokenPages } = await import("@/lib/http/broken-page");
  markPeers();
  mendRequests();
  mendBrokenPages();
  void sealAccessLog();
}

/** Whatever a page throws, before it is answered. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteBrokenPage } = await import("@/lib/http/broken-page");
  noteBrokenPage(error, headers);
};
