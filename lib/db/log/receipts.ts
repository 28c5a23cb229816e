// Receipts of the changes that one request makes, gathered for its answer.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Receipt } from "@/lib/domain/base/receipt";

const gathered = new AsyncLocalStorage<Receipt[]>();

/** Runs `work` and answers with the receipts of what it changed; none of them reaches an outer gathering. */
export async function withReceipts<T>(work: () => Promise<T>): Promise<{ value: T; receipts: Receipt[] }> {
  const receipts: Receipt[] = [];
  const value = await gathered.run(receipts, work);
  return { value, receipts };
}

/** Of a change that has been committed. */
export function keepReceipt(receipt: Receipt | null): void {
  if (receipt) gathered.getStore()?.push(receipt);
}

/** Work that goes on after its request was answered. */
export const withoutReceipts = <T>(work: () => T): T => gathered.exit(work);
