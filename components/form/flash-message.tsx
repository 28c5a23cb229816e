"use client";
import { useEffect, useState } from "react";
import { noticeLook, codeLook } from "@/components/ui/looks";
import { lastReceipt } from "@/lib/client/receipt";
import type { Receipt } from "@/lib/domain/base/receipt";
import { fillIn } from "./fill";

const KEY = "register:told";

interface Left {
  said: string | null;
  receipt: Receipt | null;
}

/** Goes to a page, which then shows the message. */
export function navigateWithMessage(page: string, message: string | null): void {
  leave(message);
  location.assign(page);
}

/** Shows the message on this page, where the focus stays. */
export function showMessage(message: string): void {
  leave(message);
  dispatchEvent(new Event(KEY));
}

function leave(message: string | null): void {
  const left: Left = { said: message, receipt: lastReceipt() };
  if (message !== null || left.receipt) sessionStorage.setItem(KEY, JSON.stringify(left));
}

const NOTHING_LEFT: Left = { said: null, receipt: null };

type FlashWords = Record<"onRecord" | "onRecordMany" | "leafHash", string>;

/** Shows the message of the previous page or of this one once, with the receipt of its change. */
export function FlashMessage({ words }: { words: FlashWords }) {
  const [{ said, receipt }, setLeft] = useState(NOTHING_LEFT);
  const [isFollowing, setFollowing] = useState(false);
  useEffect(() => {
    const take = () => {
      const left = sessionStorage.getItem(KEY);
      if (left === null) return;
      sessionStorage.removeItem(KEY);
      setLeft(NOTHING_LEFT);
      // Later, since screen readers read a status out only when it changes.
      setTimeout(() => {
        setLeft(JSON.parse(left) as Left);
        // The top of the page may be out of sight. It stays in sight until the reader moves on.
        setFollowing(location.hash !== "" || scrollY > 0);
      });
    };
    take();
    addEventListener(KEY, take);
    return () => removeEventListener(KEY, take);
  }, []);
  useEffect(() => {
    if (!isFollowing) return;
    const stop = new AbortController();
    const once = { once: true, passive: true, signal: stop.signal };
    for (const moved of ["wheel", "touchmove", "keydown"])
      addEventListener(moved, () => setFollowing(false), once);
    return () => stop.abort();
  }, [isFollowing]);
  return (
    <>
      <div role="status" className={isFollowing ? "sticky top-(--topbar) z-5 print:static" : undefined}>
        {said === null ? null : <p className={noticeLook("done mb-4 py-2")}>{said}</p>}
      </div>
      {receipt ? (
        <details className="receipt mb-4 text-muted text-caption">
          <summary className="w-max max-w-full">
            {fillIn(receipt.first === receipt.last ? words.onRecord : words.onRecordMany, {
              first: receipt.first,
              last: receipt.last,
            })}
          </summary>
          <p>
            {words.leafHash} <span className={codeLook()}>{receipt.leafHash}</span>
          </p>
        </details>
      ) : null}
    </>
  );
}
