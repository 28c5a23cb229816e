"use client";
// Saves an unsaved draft in this browser's session, per account, until it is sent or discarded.
import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";

const Account = createContext<string | null>(null);

/** Whose drafts a page's forms save: the account that the page was made for. */
export function AccountGiven({ id, children }: { id: string; children: ReactNode }) {
  return <Account value={id}>{children}</Account>;
}

export function useAccount(): string {
  const id = useContext(Account);
  if (id === null) throw new Error("A form with a draft is outside of AccountGiven");
  return id;
}

/**
 * State that is saved with every change, and found again after a reload or an ended session; `fresh` if none is.
 * Several changes at once each see the one before. `placed` adapts a found draft to this page.
 */
export function useDraft<T extends object>(
  name: string,
  fresh: T,
  placed: (found: T) => T = (found) => found,
) {
  const account = useAccount();
  const key = `register:${SHAPE}:${account}:${name}`;
  // Before the controls hand over text typed early, which would overwrite it.
  if (typeof window !== "undefined") firstRead(key);
  const found = useSyncExternalStore(
    never,
    () => firstRead(key),
    () => null,
  );
  // Returning to the form on the same page finds what was typed last.
  useEffect(() => () => void reads.delete(key), [key]);
  const [own, setOwn] = useState<T | null>(null);
  const latest = useRef<T | null>(null);

  const initial = (text: string | null) => placed(parsed(text, fresh));
  const put = (next: T) => {
    latest.current = next;
    setOwn(next);
  };
  const change = (next: (before: T) => T): T => {
    const after = next(latest.current ?? initial(firstRead(key)));
    put(after);
    sessionStorage.setItem(key, JSON.stringify(after));
    return after;
  };
  /** Discards the saved draft, and goes on with `next`. */
  const startOver = (next: T = fresh) => {
    forget();
    put(next);
  };
  const forget = () => {
    sessionStorage.removeItem(key);
    reads.set(key, null);
  };
  return { value: own ?? initial(found), change, startOver, forget, restored: found !== null };
}

function parsed<T extends object>(text: string | null, otherwise: T): T {
  if (text === null) return otherwise;
  try {
    return { ...otherwise, ...(JSON.parse(text) as Partial<T>) };
  } catch {
    return otherwise;
  }
}

/** Raised when drafts change their shape. One from an older build isn't read: a form couldn't show it. */
const SHAPE = "2";

/** What an earlier visit left. The first read counts, so that a form doesn't change while the user types. */
const reads = new Map<string, string | null>();

function firstRead(key: string): string | null {
  if (!reads.has(key)) reads.set(key, sessionStorage.getItem(key));
  return reads.get(key) ?? null;
}

const never = () => () => undefined;
