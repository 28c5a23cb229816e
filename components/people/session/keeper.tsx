"use client";
import { useEffect, useState, type ComponentType } from "react";
import { keepSession, type Need } from "@/lib/client/session";
import type { SignedInAccount, AskProps } from "./account";

interface OpenRequest {
  Dialog: ComponentType<AskProps>;
  answer: (again: boolean) => void;
}

/** On every page, for the account that the page was made for. The dialog loads on demand. */
export function SessionKeeper({ account }: { account: SignedInAccount }) {
  const [asked, setAsked] = useState<OpenRequest | null>(null);
  useEffect(() => keepSession(account.id, (need) => ask(need, setAsked)), [account.id]);
  if (asked === null) return null;
  const onEnd = (again: boolean) => {
    setAsked(null);
    asked.answer(again);
  };
  return <asked.Dialog account={account} onEnd={onEnd} />;
}

const DIALOGS: Record<Need, () => Promise<ComponentType<AskProps>>> = {
  session: async () => (await import("./sign-in-again")).SignInAgain,
  proof: async () => (await import("./prove-again")).ProveAgain,
};

async function ask(need: Need, show: (asked: OpenRequest) => void): Promise<boolean> {
  try {
    const Dialog = await DIALOGS[need]();
    return await new Promise((answer) => show({ Dialog, answer }));
  } catch {
    return false;
  }
}
