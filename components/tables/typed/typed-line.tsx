// The line of a typed filter: what is asked for already, the field, and the boxes that ask the same, folded.
import type { ReactNode } from "react";
import { filterWords } from "@/components/tables/filter-words";
import type { ViewValues } from "@/components/ui/address/view-href";
import { FILTER_LINE, FilterBar, FilterFold } from "@/components/ui/ledger/filter-bar";
import { FilterChips } from "@/components/ui/ledger/filter-chips";
import { errorLook } from "@/components/ui/looks";
import { currentMessages, translator } from "@/lib/i18n/translator";
import type { TypedList } from "@/lib/domain/details/list-keys";
import { FilterField } from "./filter-field";
import type { TypedTroubleShown } from "./parse-typed";

const t = translator("lists");

interface Props {
  list: TypedList;
  chips: readonly { key: string; value: string; href: string }[];
  /** Of the form, where "Filter" doesn't say enough. */
  formLabel?: string;
  label: string;
  placeholder: string;
  /** The words of the view. */
  value?: string | null;
  /** The page's own address, without its moment. */
  view: string;
  /** Its parameters without words, for counts. */
  viewQuery?: string;
  trouble: TypedTroubleShown | null;
  /** Codes that no participant on record has. */
  unknown?: readonly string[];
  /** What the view asks for besides the boxes. */
  keep: ViewValues;
  boxes: ReactNode;
  /** Other fields of the form. */
  fields?: ReactNode;
  extra?: ReactNode;
  className?: string;
}

export function TypedLine({ list, chips, label, placeholder, view, trouble, keep, boxes, ...given }: Props) {
  const {
    value = null,
    viewQuery = "",
    unknown = [],
    formLabel,
    fields,
    extra,
    className = FILTER_LINE,
  } = given;
  const action = `/${list}`;
  return (
    <>
      <FilterBar
        className={className}
        action={action}
        words={{ ...filterWords(), ...(formLabel === undefined ? {} : { label: formLabel }) }}
        keep={keep}
        extra={
          <>
            {/* A new view resets the boxes: stale ones would drop a term that was typed before. */}
            <FilterFold key={view} label={t("more")}>
              {boxes}
            </FilterFold>
            {extra}
          </>
        }
      >
        <FilterChips chips={chips} remove={(term) => t("remove", { term })}>
          <FilterField
            {...{ action, list, view, viewQuery }}
            value={trouble?.typed ?? value ?? ""}
            error={trouble?.why ?? null}
            words={{
              label,
              placeholder: chips.length === 0 ? placeholder : t("field.narrow"),
              list: t("field.list"),
              words: t("field.words"),
              inWords: t("field.inWords"),
              found: currentMessages().lists.field.found,
              hint: t("field.hint"),
            }}
          />
        </FilterChips>
        {fields}
      </FilterBar>
      {trouble === null ? null : (
        <p id="typed-error" className={errorLook("text-ui")} role="alert">
          {t("field.notApplied", { why: trouble.why })}
        </p>
      )}
      {unknown.length === 0 ? null : (
        <p className="text-ui text-waiting-ink" role="status">
          {t("field.notOnRecord", { list: unknown.join(", ") })}
        </p>
      )}
    </>
  );
}
