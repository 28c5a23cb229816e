// A question as a letter: its text and the references for the answer, all in the language of the text, not the
// reader's.
import { aboutName, type Question } from "@/lib/domain/oversight/question";
import { currentLanguage, withLanguage } from "../reader";
import { translator } from "../translator";
import { dayInWords } from "../dates";

const t = translator("questions");
const domain = translator("domain");

/** `restricted`: whether its pledge is coalition only; then the letter says so. */
export const questionLetter = (question: Question, restricted: boolean): { subject: string; text: string } =>
  withLanguage(question.language ?? currentLanguage(), () => ({
    subject: t("send.subject", { about: aboutName(question), reference: question.reference }),
    text: textOf(question, restricted),
  }));

/** With the references that an answer must quote. */
function textOf(question: Question, restricted: boolean): string {
  const { text, dueOn, reference } = question;
  return [
    text,
    ...(dueOn === null ? [] : [t("send.due", { on: dayInWords(dueOn) })]),
    [
      t("send.reference", { reference, about: aboutName(question) }),
      ...(restricted ? [t("send.handling", { handling: domain("handling.COALITION") })] : []),
    ].join("\n"),
  ].join("\n\n");
}
