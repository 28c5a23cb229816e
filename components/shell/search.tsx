import { Glyph } from "@/components/ui/marks/glyph";
import { AsOfField } from "@/components/ui/address/as-of-field";
import { SearchKey } from "./search-key";

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
    <form className="search" role="search" action="/pledges" aria-label={label}>
      <AsOfField />
      <input
        className="px-2 py-1.25 border border-control rounded-sm bg-surface text-text"
        type="search"
        name="q"
        id="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={200}
      />
      <kbd aria-hidden="true">{hotkey}</kbd>
      <SearchKey target="search" />
    </form>
  );
}

/** The same in the rail of a small screen, with a button that names it. */
export function RailSearch({ label }: { label: string }) {
  return (
    <form className="search" role="search" action="/pledges" aria-label={label}>
      <AsOfField />
      <input
        className="px-2 py-1.25 border border-control rounded-sm bg-surface text-text"
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={200}
      />
      <button className="hit" aria-label={label}>
        <Glyph name="search" />
      </button>
    </form>
  );
}
