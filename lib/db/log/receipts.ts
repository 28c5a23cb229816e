// Collects the receipts of one request's changes for its answer.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Receipt } from "@/lib/domain/base/receipt";

const gathered = new AsyncLocalStorage<Receipt[]>();

/** Runs `work` and returns the receipts of its changes; an outer collection doesn't see them. */
export async function withReceipts<T>(work: () => Promise<T>): Promise<{ value: T; receipts: Receipt[] }> {
  const receipts: Receipt[] = [];
  const value = await gathered.run(receipts, work);
  return { value, receipts };
}

/** Call it after the commit. */
export function keepReceipt(receipt: Receipt | null): void {
  if (receipt) gathered.getStore()?.push(receipt);
}

/** For work that continues after its request was answered. */
export const withoutReceipts = <T>(work: () => T): T => gathered.exit(work);
