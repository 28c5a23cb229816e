import { translator } from "@/lib/i18n/translator";

const t = translator("inbox");

interface Props {
  seq: number;
  isRead: boolean;
  back: string;
  /** One of a list, which stays where it is. */
  inPlace?: boolean;
}

/** A plain form: one entry is marked as read, or as unread again. */
export function MarkButton({ seq, isRead, back, inPlace }: Props) {
  return (
    <form method="post" action="/api/own/read" {...(inPlace ? { "data-mark": "" } : {})}>
      <input type="hidden" name="entry" value={seq} />
      <input type="hidden" name="read" value={String(!isRead)} />
      <input type="hidden" name="back" value={back} />
      <button className="btn plain" aria-label={t(isRead ? "markUnreadOf" : "markReadOf", { seq })}>
        {t(isRead ? "markUnread" : "markRead")}
      </button>
    </form>
  );
}

/** All up to the newest that is shown: what comes meanwhile stays unread. */
export function AllReadButton({ through }: { through: number }) {
  return (
    <form method="post" action="/api/own/read">
      <input type="hidden" name="through" value={through} />
      <button className="btn">{t("allRead")}</button>
    </form>
  );
}
