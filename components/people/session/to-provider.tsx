"use client";
import { buttonLook } from "@/components/ui/looks";
import { sessionWords } from "./words";

interface ToProviderProps {
  to: "prove" | "sign-in";
  isFirst: boolean;
  onGo: () => void;
}

/** Leads to the organisation in another tab, so that what was typed stays in this one. */
export function ToProvider({ to, isFirst, onGo }: ToProviderProps) {
  const { byProvider, signInThere } = sessionWords();
  const look = buttonLook(isFirst ? "primary" : "plain");
  return (
    <a className={look} href={ADDRESSES[to]} target="_blank" rel="noopener" onClick={onGo}>
      {to === "prove" ? byProvider : signInThere}
    </a>
  );
}

const ADDRESSES = {
  prove: "/api/auth/single-sign-on?prove=",
  "sign-in": "/api/auth/single-sign-on?next=%2Fprofile",
};
