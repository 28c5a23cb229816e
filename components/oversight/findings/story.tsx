// Entries in their order: each with author, moment and its event in the log.
import { Section } from "@/components/ui/page/section";
import type { FindingStep } from "@/lib/domain/oversight/finding-details";
import { translator } from "@/lib/i18n/translator";
import { StoryStep } from "../story-step";

const t = translator("findings");

export function FindingStory({
  story,
  ...shared
}: {
  story: readonly FindingStep[];
  at: string;
  /** Whether the user may open events in the log. */
  readsLog: boolean;
}) {
  return (
    <Section id="story" title={t("sheet.story")}>
      <ol className="timeline">
        {story.map((step) => (
          <StoryStep
            key={step.seq}
            step={step}
            did={t(`sheet.does.${step.does}`)}
            event={t("sheet.event", { seq: step.seq })}
            {...shared}
          >
            <p className="said">{step.text}</p>
          </StoryStep>
        ))}
      </ol>
    </Section>
  );
}
