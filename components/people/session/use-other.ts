"use client";
import { useEffect, useRef, useState } from "react";
import { load } from "@/lib/client/send";

/**
 * The name of another account that is signed in in this browser now. Checked at once, and whenever the window
 * gets the focus. `onSelf`: called when the account itself is signed in again.
 */
export function useOther(account: string, onSelf: () => void): string | null {
  const [other, setOther] = useState<string | null>(null);
  const self = useRef(onSelf);
  useEffect(() => {
    self.current = onSelf;
  });
  useEffect(() => {
    const look = async () => {
      const me = await load("/me");
      if (me.ok && me.value.id === account) self.current();
      else setOther(me.ok ? me.value.name : null);
    };
    void look();
    const onFocus = () => void look();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [account]);
  return other;
}
