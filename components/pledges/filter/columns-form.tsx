import { AsOfField } from "@/components/ui/address/as-of-field";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { FilterFold } from "@/components/ui/ledger/filter-bar";
import { COLUMN_NAMES, ROW_HEIGHTS, USUAL_LAYOUT } from "@/components/pledges/pledges/layout";
import { pledgesHref, pledgesViewValues, type PledgesView } from "@/components/pledges/pledges/view";
import { buttonLook } from "@/components/ui/looks";
import { OrderHandle } from "@/components/tables/order/order-handle";
import { OrderedRows } from "@/components/tables/order/ordered-rows";
import { currentMessages, translator } from "@/lib/i18n/translator";

const t = translator("lists");

/** Which columns, and how tall rows are: a plain form, whose values are the address. */
export function ColumnsForm({ view }: { view: PledgesView }) {
  const { columns, rows } = view.layout ?? USUAL_LAYOUT;
  const others = COLUMN_NAMES.filter((name) => !columns.includes(name));
  return (
    <FilterFold label={t("columns.open")}>
      <form action="/pledges" className="grid gap-3">
        <AsOfField />
        {Object.entries(pledgesViewValues(view)).map(([name, value]) => {
          const text = [value ?? []].flat().join(",");
          return text === "" ? null : <input key={name} type="hidden" name={name} value={text} />;
        })}
        <fieldset>
          <legend className="text-caption font-semibold text-muted">{t("columns.height")}</legend>
          <div className="segments mt-1">
            {ROW_HEIGHTS.map((height) => (
              <label key={height}>
                <input
                  className="absolute opacity-0"
                  type="radio"
                  name="rows"
                  value={height === "normal" ? "" : height}
                  defaultChecked={rows === height}
                />
                {t(`columns.${height}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend className="text-caption font-semibold text-muted">{t("columns.which")}</legend>
          <p className="text-caption text-muted noscript:hidden">{t("columns.order")}</p>
          {/* A new key for each order in the address: the old list still has the order that was dragged. */}
          <OrderedRows key={columns.join()} moved={currentMessages().lists.columns.moved}>
            {[...columns, ...others].map((name) => (
              <li
                key={name}
                className="flex min-h-7 items-center data-dragged:bg-selected"
                data-name={t(`column.${name}`)}
              >
                <label className="flex min-h-7 flex-1 items-center gap-2 max-md:min-h-10">
                  <input
                    type="checkbox"
                    className="check"
                    name="columns"
                    value={name}
                    defaultChecked={columns.includes(name)}
                  />
                  {t(`column.${name}`)}
                </label>
                <OrderHandle words={orderWords(t(`column.${name}`))} />
              </li>
            ))}
          </OrderedRows>
        </fieldset>
        <p className="flex items-center justify-between gap-2 border-t border-rule pt-3">
          <a href={asOfHref(pledgesHref({ ...view, layout: USUAL_LAYOUT }))}>{t("columns.usual")}</a>
          <button className={buttonLook()}>{t("columns.show")}</button>
        </p>
      </form>
    </FilterFold>
  );
}

const orderWords = (name: string) => ({
  up: t("columns.up", { name }),
  down: t("columns.down", { name }),
  drag: t("columns.drag", { name }),
});
