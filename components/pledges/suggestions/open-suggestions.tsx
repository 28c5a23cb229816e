// Suggestions that wait for the desk: on a pledge, and on its officers' own page.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { KnownSuggestion } from "@/lib/domain/details/suggestion-details";
import { translator } from "@/lib/i18n/translator";
import { Suggested } from "./suggested";

const t = translator("suggestions");

interface Props {
  suggestions: readonly KnownSuggestion[];
  /** Names the pledge of each. */
  named?: boolean;
  mayAnswer: (one: KnownSuggestion) => boolean;
  at: string;
}

export function OpenSuggestions({ suggestions, named = false, mayAnswer, at }: Props) {
  if (suggestions.length === 0) return null;
  return (
    <Section
      id="suggestions"
      title={t(named ? "mine.title" : "title")}
      aside={<p>{t("count", { count: suggestions.length })}</p>}
    >
      {named ? <p className="text-muted mb-4">{t("mine.text")}</p> : null}
      {suggestions.map((one) => (
        <div key={one.id} className={noticeLook()}>
          {named ? (
            <p>
              <PledgeLink reference={one.pledge} />
            </p>
          ) : null}
          <Suggested {...{ one, at }} />
          {mayAnswer(one) ? (
            <p className="mt-2">
              <a
                className={buttonLook()}
                href={`/pledges/${one.pledge}/suggestions/${one.id}`}
                aria-label={t("answerOf", { reference: one.pledge })}
              >
                {t("answer")}
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </Section>
  );
}
