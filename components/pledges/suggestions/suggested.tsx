import { Ago } from "@/components/tables/ago";
import { pledgeNames } from "@/components/pledges/pledge-form/names";
import type { KnownSuggestion } from "@/lib/domain/details/suggestion-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("suggestions");

/** What is suggested, by whom and why. */
export function Suggested({ one, at }: { one: KnownSuggestion; at: string }) {
  const { field, why, address, outcome } = one.suggestion;
  const who = one.by.name;
  const name = field === null ? undefined : pledgeNames()[field];
  return (
    <div className="min-w-0">
      <p>
        <b>{name === undefined ? t("said", { who }) : t("saidOf", { who, field: name })}</b>
      </p>
      <p className="said">{one.text}</p>
      <p className="said text-muted">{t("why", { why })}</p>
      {address === null ? null : (
        <p className="said">
          {t("source")}{" "}
          <a href={address} rel="noopener noreferrer">
            {address}
          </a>
        </p>
      )}
      <p className="text-caption text-muted">
        <Ago at={one.createdAt} now={at} />
      </p>
      {outcome === null ? null : (
        <>
          <p>
            <b>{t(`state.${outcome.does}`)}</b>
          </p>
          {outcome.reason === null ? null : <p className="said">{outcome.reason}</p>}
        </>
      )}
    </div>
  );
}
