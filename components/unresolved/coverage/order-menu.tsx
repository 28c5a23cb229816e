import { Menu } from "@/components/ui/fold/menu";
import { translator } from "@/lib/i18n/translator";
import { coverageHref, ROW_ORDERS, type CoverageView } from "./view";

const t = translator("coverage");

export function OrderMenu({ view }: { view: CoverageView }) {
  return (
    <Menu
      label={t("rows", { order: t(`order.${view.order}`) })}
      items={ROW_ORDERS.map((order) => ({
        href: coverageHref({ ...view, order }),
        label: t(`order.${order}`),
        current: order === view.order,
      }))}
    />
  );
}
