"use client";
// What isn't saved yet is kept in this browser's session, per account, until it is saved or thrown away.
import { useRef, useState, useSyncExternalStore } from "react";

const keyOf = (account: string, name: string): string => `register:${account}:${name}`;

/** What an earlier visit left, as it was when this page opened; null on the server and where nothing is. */
export function useFound(account: string, name: string): string | null {
  const key = keyOf(account, name);
  // Before the controls hand over what was typed early, which would be written over it.
  if (typeof window !== "undefined") firstRead(key);
  return useSyncExternalStore(never, () => firstRead(key), nothing);
}

export function parsed<T extends object>(text: string | null, otherwise: T): T {
  if (text === null) return otherwise;
  try {
    return { ...otherwise, ...(JSON.parse(text) as Partial<T>) };
  } catch {
    return otherwise;
  }
}

/** State whose every change is kept. Several changes at once each see the one before. */
export function useKept<T extends object>(account: string, name: string, initial: T) {
  const [value, setValue] = useState(initial);
  const latest = useRef(initial);
  const put = (next: T) => {
    latest.current = next;
    setValue(next);
  };
  const change = (next: (before: T) => T) => {
    put(next(latest.current));
    sessionStorage.setItem(keyOf(account, name), JSON.stringify(latest.current));
  };
  const startAnew = (fresh: T) => {
    forget(account, name);
    put(fresh);
  };
  return { value, change, startAnew };
}

export function forget(account: string, name: string): void {
  sessionStorage.removeItem(keyOf(account, name));
  reads.delete(keyOf(account, name));
}

/** The form must not start anew while one types into it: the first answer stays. */
const reads = new Map<string, string | null>();

function firstRead(key: string): string | null {
  if (!reads.has(key)) reads.set(key, sessionStorage.getItem(key));
  return reads.get(key) ?? null;
}

const never = () => () => undefined;
const nothing = () => null;
