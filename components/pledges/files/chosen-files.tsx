"use client";
import { fillIn } from "@/components/form/fill";
import type { FormWords } from "@/components/form/words";
import type { FileWords } from "./words";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { ReceivedFile } from "@/lib/domain/pledge/file";
import { chosenSize } from "./use-file";

/** Files that were sent and are on no record yet. */
export function ChosenFiles({
  files,
  words,
  onRemove,
}: {
  files: readonly ReceivedFile[];
  words: FormWords & FileWords;
  onRemove: (id: string) => void;
}) {
  return (
    <div role="status">
      <ul className="not-empty:mb-4">
        {files.map(({ id, name, bytes }) => (
          <li className="flex items-center wrap-anywhere gap-2" key={id}>
            <Glyph name="doc" /> {fillIn(words.fileSent, { name, size: chosenSize(bytes) })}{" "}
            <ScriptButton
              className="icon-target"
              aria-label={fillIn(words.leaveFileOut, { name })}
              onClick={() => onRemove(id)}
            >
              <Glyph name="x" />
            </ScriptButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
