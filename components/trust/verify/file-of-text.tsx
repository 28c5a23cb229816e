"use client";

const LARGEST = 100_000;

/** Reads a small file into the field above it. */
export function FileOfText({
  id,
  label,
  onRead,
  onLarge,
}: {
  id: string;
  label: string;
  onRead: (text: string) => void;
  onLarge: () => void;
}) {
  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) onLarge();
    else onRead(await file.text());
    // Only the field's text counts, and the same file can be chosen again.
    input.value = "";
  };
  return (
    <p className="mt-2 flex flex-wrap items-center gap-3">
      <label htmlFor={id}>{label}</label>
      <input type="file" id={id} onChange={(event) => void read(event.currentTarget)} />
    </p>
  );
}
