"use client";
export function Reload({ label }: { label: string | undefined }) {
  return (
    <button type="button" className="btn big" onClick={() => location.reload()}>
      {label}
    </button>
  );
}
