// The text of the question. The user copies or mails it; the register sends nothing.
import { CopyText } from "@/components/history/audit/copy-text";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { Question } from "@/lib/domain/oversight/question";
import { questionLetter } from "@/lib/i18n/words/question-letter";
import { translator } from "@/lib/i18n/translator";

const t = translator("questions");

interface Props {
  question: Question;
  /** Whether its pledge is for the coalition alone. */
  restricted: boolean;
  /** Whether it can be sent: it is open, and the user keeps it. */
  sending: boolean;
}

export function ToSend({ question, restricted, sending }: Props) {
  const { subject, text } = questionLetter(question, restricted);
  return (
    <Section id="send" title={t("send.title")}>
      <blockquote
        data-short=""
        className="said px-4 py-2 border-l-4 border-l-rule"
        lang={question.language ?? undefined}
      >
        {sending ? text : question.text}
      </blockquote>
      {sending ? (
        <div className="print:hidden mt-4 flex flex-wrap items-center gap-3">
          <CopyText
            text={text}
            className={buttonLook()}
            words={{
              copy: t("send.copy"),
              copied: t("send.copied"),
              label: t("send.copyLabel", { reference: question.reference }),
            }}
          />
          <a className={buttonLook()} href={mailOf(subject, text)}>
            {t("send.mail")}
          </a>
          <span className="text-muted">{t("send.lead")}</span>
        </div>
      ) : null}
    </Section>
  );
}

/** RFC 6068: lines end with CR and LF. No recipient: the sender knows who it is for. */
const mailOf = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
