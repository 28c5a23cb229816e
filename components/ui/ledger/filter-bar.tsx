import type { ReactNode } from "react";
import { AsOfField } from "../address/as-of-field";
import { asOfHref } from "../address/as-of-href";
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
  beside?: ReactNode;
  children: ReactNode;
}

/** A plain form: its values are the address of the view. */
export function FilterBar({ action, words, keep = {}, whole = null, className, beside, children }: Props) {
  return (
    <form className={className ?? "filter"} action={action} aria-label={words.label}>
      <AsOfField />
      {children}
      {Object.entries(keep).map(([name, value]) => {
        const text = [value ?? []].flat().join(",");
        return text === "" ? null : <input key={name} type="hidden" name={name} value={text} />;
      })}
      <button className="btn">{words.show}</button>
      {beside}
      {whole === null ? null : <a href={asOfHref(whole)}>{words.clear}</a>}
    </form>
  );
}

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
