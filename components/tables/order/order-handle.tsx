import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";

const LOOK =
  "inline-flex size-6 items-center justify-center rounded-sm text-muted hover:text-text max-md:size-10";

interface Props {
  words: { up: string; down: string; drag: string };
}

/** Buttons "up" and "down", and the handle to drag, of a row in `OrderedRows`. */
export const OrderHandle = ({ words: { up, down, drag } }: Props) => (
  <span className="ml-auto flex gap-1 noscript:hidden">
    <ScriptButton className={LOOK} data-move="-1" aria-label={up}>
      <Glyph name="up" size={12} />
    </ScriptButton>
    <ScriptButton className={LOOK} data-move="1" aria-label={down}>
      <Glyph name="down" size={12} />
    </ScriptButton>
    <ScriptButton className={`${LOOK} cursor-grab touch-none`} data-handle="" aria-label={drag}>
      <Glyph name="grip" />
    </ScriptButton>
  </span>
);
