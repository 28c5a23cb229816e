import { Glyph } from "@/components/ui/marks/glyph";

const LOOK =
  "inline-flex size-6 items-center justify-center rounded-sm text-muted hover:text-text max-md:size-10";

interface Props {
  words: { up: string; down: string; drag: string };
}

/** Up, down, and what is dragged: of a row in `OrderedRows`, which shows them once its script runs. */
export const OrderHandle = ({ words: { up, down, drag } }: Props) => (
  <span className="ml-auto hidden gap-1 in-data-alive:flex">
    <button type="button" className={LOOK} data-move="-1" aria-label={up}>
      <Glyph name="up" size={12} />
    </button>
    <button type="button" className={LOOK} data-move="1" aria-label={down}>
      <Glyph name="down" size={12} />
    </button>
    <button type="button" className={`${LOOK} cursor-grab touch-none`} data-handle="" aria-label={drag}>
      <Glyph name="grip" />
    </button>
  </span>
);
