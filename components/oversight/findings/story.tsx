// Entries in their order: each with author, moment and its event in the log.
import { Ago } from "@/components/tables/ago";
import { Section } from "@/components/ui/page/section";
import type { FindingStep } from "@/lib/domain/oversight/finding-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("findings");
const domain = translator("domain");

export function FindingStory({
  story,
  at,
  timeZone,
  readsLog,
}: {
  story: readonly FindingStep[];
  at: string;
  timeZone: string;
  /** Whether the user may open events in the log. */
  readsLog: boolean;
}) {
  return (
    <Section id="story" title={t("sheet.story")}>
      <ol className="timeline">
        {story.map((step) => (
          <li className="grid-cols-[164px_minmax(0,1fr)]" key={step.seq}>
            <div className="event-when pb-4 max-md:p-0">
              <Ago at={step.at} now={at} timeZone={timeZone} />
            </div>
            <div className="event-text max-md:pl-0 max-md:border-0 max-md:before:-top-3.75 max-md:before:-left-6.25">
              <p>
                <b>{step.by.name}</b> {t(`sheet.does.${step.does}`)}{" "}
                <span className="text-muted">
                  {step.by.name.startsWith(domain(`role.${step.by.role}`)) ? null : (
                    <>({domain(`role.${step.by.role}`)}) </>
                  )}
                  ·{" "}
                  {readsLog ? (
                    <a href={`/audit/${step.seq}`}>{t("sheet.event", { seq: step.seq })}</a>
                  ) : (
                    t("sheet.event", { seq: step.seq })
                  )}
                </span>
              </p>
              <p className="said">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
