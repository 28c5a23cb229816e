import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "../marks/glyph";
import { AsOfField } from "../address/as-of-field";
import { asOfHref } from "../address/as-of-href";
import { Markup } from "../page/markup/markup";
import type { ViewValues } from "../address/view-href";

interface Props {
  /** The list's address. */
  action: string;
  words: { label: string; show: string; clear: string };
  /** What the view asks for besides the boxes. */
  keep?: ViewValues;
  /** Where the list is filtered: the whole list. */
  whole?: string | null;
  className?: string;
  extra?: ReactNode;
  children: ReactNode;
}

/** A plain form: its values are the address of the view. */
export function FilterBar({ action, words, keep = {}, whole = null, className, extra, children }: Props) {
  return (
    <form className={className ?? "filter"} action={action} aria-label={words.label}>
      <AsOfField />
      {children}
      {Object.entries(keep).map(([name, value]) => {
        const text = [value ?? []].flat().join(",");
        return text === "" ? null : <input key={name} type="hidden" name={name} value={text} />;
      })}
      <button className={buttonLook()}>{words.show}</button>
      {extra}
      {whole === null ? null : <a href={asOfHref(whole)}>{words.clear}</a>}
    </form>
  );
}

interface FoldProps {
  label: string;
  /** Open from the start: something in it has to be looked at. */
  open?: boolean;
  children: ReactNode;
}

/** The boxes of a filter that has one line, below its button. What is chosen in them is sent, open or not. */
export const FilterFold = ({ label, open = false, children }: FoldProps) => (
  <Markup>
    <details className="relative max-md:static" open={open}>
      <summary className={buttonLook()}>
        {label} <Glyph name="down" size={12} />
      </summary>
      <div className="absolute right-0 z-7 mt-1 grid w-80 gap-2 rounded-sm border border-rule-strong bg-surface p-4 [&>*]:w-full max-md:inset-x-(--gutter) max-md:w-auto">
        {children}
      </div>
    </details>
  </Markup>
);

/** A filter of one line. */
export const FILTER_LINE =
  "relative flex min-h-11 items-center gap-2 max-md:flex-wrap max-md:py-1 print:hidden";

/** Words to search for. */
export function SearchField({ label, value, size }: { label: string; value: string | null; size?: number }) {
  return (
    <input
      className="input"
      type="search"
      name="q"
      size={size}
      maxLength={100}
      defaultValue={value ?? ""}
      aria-label={label}
      placeholder={label}
    />
  );
}
