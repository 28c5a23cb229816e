import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import { topicName, type Topic } from "@/lib/domain/people/watch";

const t = translator("inbox");

/** A plain form that needs no script. `name`: for screen readers, if a page has several buttons. */
export function WatchButton({
  topic,
  watching,
  back,
  name,
}: {
  topic: Topic;
  watching: boolean;
  /** The page that the button is on. */
  back: string;
  name?: string;
}) {
  const label =
    name === undefined ? {} : { "aria-label": t(watching ? "watch.stopOf" : "watch.watchOf", { name }) };
  return (
    <form method="post" action="/api/own/watch" className="watch flex items-center gap-3 print:hidden">
      <input type="hidden" name="topic" value={topicName(topic)} />
      <input type="hidden" name="watching" value={String(!watching)} />
      <input type="hidden" name="back" value={back} />
      {watching ? (
        <span className="text-caption text-muted whitespace-nowrap max-md:hidden">
          {t("watch.isWatched")}
        </span>
      ) : null}
      <button className={buttonLook()} {...label}>
        {t(watching ? "watch.stop" : "watch.watch")}
      </button>
    </form>
  );
}
