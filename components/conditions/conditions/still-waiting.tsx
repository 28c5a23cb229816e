import type { Waiter } from "@/lib/domain/conditions/keystone-details";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { between } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { LeafList } from "./leaf-list";

const t = translator("conditions");

/** What a pledge would still wait for. */
export function StillWaiting({
  waiter: { started, then, assumed },
  facts,
}: {
  waiter: Waiter;
  facts: LeafFacts;
}) {
  if (started) return <span>{t("waiters.started")}</span>;
  if (then.length === 0) return <b>{t("waiters.starts")}</b>;
  return (
    <span>
      {t.rich("waiters.still", { list: () => <LeafList leaves={then} facts={facts} /> })}
      {assumed ? (
        <span className="text-muted">
          {between()}
          {t("waiters.assumed")}
        </span>
      ) : null}
    </span>
  );
}
