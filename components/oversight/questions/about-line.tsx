import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { referenceLook, leadLook } from "@/components/ui/looks";
import { aboutName, type QuestionAbout } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";
import { aboutHref } from "./view";

const t = translator("questions");
const domain = translator("domain");

export function AboutLine({
  about,
  name,
  title,
}: {
  about: QuestionAbout;
  name: string;
  title: string | null;
}) {
  return (
    <p className={leadLook("mb-4")}>
      {about.pledge === null ? t("sheet.aboutPosition", { name }) : t("sheet.about")}{" "}
      <a className={about.pledge === null ? undefined : referenceLook()} href={aboutHref(about)}>
        {about.pledge === null ? domain(`priority.${about.priority}`) : aboutName(about)}
      </a>
      {title === null ? null : <> {title}</>}
      <CoalitionMark reference={about.pledge} />
    </p>
  );
}
