"use client";
import { useEffect, useState, type ComponentType } from "react";
import { keepSession } from "@/lib/client/session";
import type { SignedInAccount, AskProps } from "./account";

interface Asked {
  Dialog: ComponentType<AskProps>;
  answer: (again: boolean) => void;
}

/** On every page, for the account that the page was made for. The dialog loads on demand. */
export function SessionKeeper({ account }: { account: SignedInAccount }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => keepSession(account.id, () => ask(setAsked)), [account.id]);
  if (asked === null) return null;
  const onEnd = (again: boolean) => {
    setAsked(null);
    asked.answer(again);
  };
  return <asked.Dialog account={account} onEnd={onEnd} />;
}

async function ask(show: (asked: Asked) => void): Promise<boolean> {
  try {
    const { SignInAgain } = await import("./sign-in-again");
    return await new Promise((answer) => show({ Dialog: SignInAgain, answer }));
  } catch {
    return false;
  }
}
