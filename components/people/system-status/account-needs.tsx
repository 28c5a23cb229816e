// What accounts need, a line each: how many, what to do, and whose they are.
import { GLASS_DAYS, UNSEEN_DAYS, type NeededOfAccounts } from "@/lib/domain/people/account-need";
import { translator } from "@/lib/i18n/translator";

const t = translator("system-status");

export function AccountNeeds({ needs }: { needs: readonly NeededOfAccounts[] }) {
  if (needs.length === 0) return <p className="text-muted">{t("needs.none")}</p>;
  return (
    <ul className="m-0 list-none p-0">
      {needs.map((one) => (
        <Need key={one.need} {...one} />
      ))}
    </ul>
  );
}

function Need({ need, count, accounts }: NeededOfAccounts) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-rule py-3 xl:grid-cols-2">
      <p className="m-0">
        <b>{t(`needs.${need}`, { count, days: need === "glass" ? GLASS_DAYS : UNSEEN_DAYS })}</b>
        <br />
        <span className="text-muted">{t(`needs.${need}Todo`)}</span>
      </p>
      <p className="m-0 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {accounts.map(({ id, name }) => (
          <a key={id} href={`/admin/people/${id}`}>
            {name}
          </a>
        ))}
        {count > accounts.length ? (
          <a href="/admin/people">{t("needs.andMore", { count: count - accounts.length })}</a>
        ) : null}
      </p>
    </li>
  );
}
