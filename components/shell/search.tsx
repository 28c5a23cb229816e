import { Glyph } from "@/components/ui/marks/glyph";
import { AsOfField } from "@/components/ui/address/as-of-field";

export const SEARCH = "search";

/** A plain GET form: it needs no script. */
export function SearchBox({
  label,
  placeholder,
  hotkey,
}: {
  label: string;
  placeholder: string;
  hotkey: string;
}) {
  return (
    <form className="relative min-w-28 max-md:hidden" role="search" action="/pledges" aria-label={label}>
      <AsOfField />
      <input
        className="py-1.25 pl-2 border border-control rounded-sm bg-surface text-text pr-8 w-full min-h-8"
        type="search"
        name="q"
        id={SEARCH}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={200}
      />
      <kbd className="absolute pointer-events-none top-1.75 right-2" aria-hidden="true">
        {hotkey}
      </kbd>
    </form>
  );
}

/** The same in the rail of a small screen, with a button that names it. */
export function RailSearch({ label }: { label: string }) {
  return (
    <form
      className="hidden relative max-md:block max-md:px-6 max-md:py-0"
      role="search"
      action="/pledges"
      aria-label={label}
    >
      <AsOfField />
      <input
        className="py-1.25 pl-2 border border-control rounded-sm bg-surface text-text pr-8 w-full min-h-8 max-md:w-full max-md:min-h-10"
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={200}
      />
      <button
        className="icon-target max-md:absolute max-md:top-1 max-md:right-7 max-md:min-w-8 max-md:min-h-8"
        aria-label={label}
      >
        <Glyph name="search" />
      </button>
    </form>
  );
}
