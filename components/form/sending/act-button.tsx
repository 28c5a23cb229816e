"use client";
import type { ReactNode } from "react";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { ApiChange, ApiPath } from "@/lib/client/api";
import { navigateWithMessage } from "../flash-message";
import { useSave, type SaveRequest } from "../use-save";
import type { SaveWords } from "../words";

interface Props {
  request: SaveRequest & { path: ApiPath<ApiChange> };
  /** Where it leads; this page if not set. */
  page?: string;
  /** Shown there. */
  done: string;
  /** As for `buttonLook`. */
  look?: string;
  words: SaveWords;
  children: ReactNode;
}

/** One press does it; the page says what it does. */
export function ActButton({ request, page, done, look, words, children }: Props) {
  const { saveAny, busy, troubles } = useSave(words);
  const act = async () => {
    const sent = await saveAny(request);
    if (sent?.ok) navigateWithMessage(page ?? location.pathname, done);
  };
  return (
    <>
      <ScriptButton className={buttonLook(look)} aria-busy={busy} onClick={() => void act()}>
        {children}
      </ScriptButton>
      {troubles[0] ? (
        <p className={errorLook()} role="alert">
          {troubles[0].message}
        </p>
      ) : null}
    </>
  );
}
