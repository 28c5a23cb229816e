"use client";
import { ScriptButton } from "@/components/ui/script-button";

interface Props {
  /** Of the element that holds the drawings. */
  of: string;
  label: string;
  /** Without its ending. */
  file: string;
  title: string;
  /** Below the drawing: the moment, the marking. */
  foot: readonly string[];
}

/** Saves a drawing as it is on the page, with its title, moment and marking: a picture travels alone. */
export function PictureButton(props: Props) {
  return (
    <ScriptButton className="linkish noscript:hidden print:hidden" onClick={() => void save(props)}>
      {props.label}
    </ScriptButton>
  );
}

async function save({ of, file, ...words }: Props): Promise<void> {
  const { pictureOf } = await import("./picture-of");
  const holder = document.getElementById(of);
  if (!holder) return;
  const url = URL.createObjectURL(new Blob([pictureOf(holder, words)], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${file}.svg`;
  link.click();
  URL.revokeObjectURL(url);
}
