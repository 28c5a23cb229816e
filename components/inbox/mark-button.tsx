import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";

const t = translator("inbox");

interface Props {
  seq: number;
  isRead: boolean;
  back: string;
  /** Whether the page stays where it is: one button of a list. */
  inPlace?: boolean;
}

/** A plain form that marks one entry as read or unread. */
export function MarkButton({ seq, isRead, back, inPlace }: Props) {
  return (
    <form method="post" action="/api/own/read" {...(inPlace ? { "data-mark": "" } : {})}>
      <input type="hidden" name="entry" value={seq} />
      <input type="hidden" name="read" value={String(!isRead)} />
      <input type="hidden" name="back" value={back} />
      <button className={buttonLook("plain")} aria-label={t(isRead ? "markUnreadOf" : "markReadOf", { seq })}>
        {t(isRead ? "markUnread" : "markRead")}
      </button>
    </form>
  );
}

/** Up to the newest entry shown: entries that come meanwhile stay unread. */
export function AllReadButton({ through }: { through: number }) {
  return (
    <form method="post" action="/api/own/read">
      <input type="hidden" name="through" value={through} />
      <button className={buttonLook()}>{t("allRead")}</button>
    </form>
  );
}
