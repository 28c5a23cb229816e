"use client";

/** Opens the browser's own dialog; without a script there is the browser's menu. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="btn noscript:hidden" onClick={() => window.print()}>
      {label}
    </button>
  );
}
