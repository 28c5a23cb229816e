// A question as it is sent: its text, and what brings the answer back, all of it in the language of the text, whoever reads.
import { aboutName, type Question } from "@/lib/domain/oversight/question";
import { currentLanguage, withLanguage } from "../reader";
import { translator } from "../translator";
import { dayInWords } from "../when";

const t = translator("questions");
const domain = translator("domain");

/** `restricted`: what its pledge says is for the coalition alone, and the letter says so. */
export const questionLetter = (question: Question, restricted: boolean): { subject: string; text: string } =>
  withLanguage(question.language ?? currentLanguage(), () => ({
    subject: t("send.subject", { about: aboutName(question), reference: question.reference }),
    text: textOf(question, restricted),
  }));

/** With the references by which an answer finds its way back. */
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
