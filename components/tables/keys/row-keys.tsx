import { currentMessages, translator } from "@/lib/i18n/translator";
import { LazyKeys } from "./keys-lazy";

const t = translator("lists");

/**
 * The keys and the panel of a page that lets keys move through its rows (`walked` of a ledger). `hint`: which
 * keys a line at the foot names.
 */
export function RowKeys({ hint }: { hint?: "keeper" | "reader" | "walk" }) {
  const { inline, bulk, lists } = currentMessages();
  const { title: label, close, away, loading, open } = lists.peek;
  return (
    <>
      <LazyKeys
        keys={{ confirmed: inline.confirmed, away: bulk.away }}
        panel={{ label, close, away, loading, open }}
      />
      {hint === undefined ? null : (
        <p className="sticky bottom-0 z-4 -mx-(--gutter) h-7 truncate border-t border-rule bg-surface px-(--gutter) py-1.5 text-caption text-muted in-data-[keys=off]:hidden noscript:hidden max-md:hidden print:hidden">
          {t(`keys.${hint}`)}
        </p>
      )}
    </>
  );
}
