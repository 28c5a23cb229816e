// The receipt of this page's last change: its place in the log.
import { receiptIn, type Receipt } from "@/lib/domain/base/receipt";

let last: Receipt | null = null;

export function showReceipt(headers: Headers): void {
  last = receiptIn(headers.get("register-entries"), headers.get("register-leaf-hash"));
}

export const lastReceipt = (): Receipt | null => last;
