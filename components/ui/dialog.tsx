"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";

/** A modal sheet. The caller holds `open`; Esc, the cross and a click outside ask to close. */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  wide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className={wide ? "dialog wide" : "dialog"}>
          <header>
            <Base.Title render={<h2 />}>{title}</Base.Title>
            <Base.Close className="hit" aria-label={closeLabel}>
              <Glyph name="x" />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
