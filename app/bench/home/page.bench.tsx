import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Markup } from "@/components/ui/page/markup/markup";
import { BelowFive } from "@/components/unresolved/home/below-five";
import { Matters } from "@/components/unresolved/matters/matters";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("matters");

export default function HomeTwin() {
  const { actor, at, today, names, matters, below } = memory();
  return (
    <>
      <PageHead title={t("title")}>
        <a className={buttonLook()} href="/briefing">
          {t("briefing")}
        </a>
      </PageHead>
      <Markup>
        <Matters matters={matters} names={names.participants} today={today} mayAct />
      </Markup>
      <Markup>
        <BelowFive {...{ below, actor, today }} names={names.participants} now={at} />
      </Markup>
    </>
  );
}
