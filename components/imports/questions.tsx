import { LEFT_OPEN } from "./left-open";
import { QuestionsForm, type WordQuestion } from "./questions-form";
import { importFormWords, wordOptions } from "./words";
import type { Option } from "@/components/form/words";
import { Section } from "@/components/ui/page/section";
import type { Names } from "@/components/ui/names";
import { NO_ANSWERS, type WordField } from "@/lib/domain/import/file-answers";
import type { AskedWord, FileQuestions } from "@/lib/domain/import/file-questions";
import type { ImportJob } from "@/lib/domain/import/import";
import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";

const t = translator("imports");

interface Props {
  job: ImportJob;
  questions: FileQuestions;
  names: Names;
}

/** What the file leaves open: each question once, with the number of rows that it concerns. */
export function Questions({ job, questions, names }: Props) {
  const { dates, years, numbers, words } = questions;
  if (!job.columns || !job.values) return null;
  const isOpen =
    dates || years || numbers || words.some((of) => of.words.some(({ means }) => means === null));
  if (!isOpen && words.length === 0) return null;
  const form = (
    <>
      <p className="mb-3">{t(isOpen ? "questions.intro" : "questions.introAnswered")}</p>
      <QuestionsForm
        id={job.id}
        title={t("questions.title")}
        words={importFormWords("questions")}
        columns={job.columns}
        values={job.values}
        answers={job.values.answers ?? NO_ANSWERS}
        dates={
          dates && {
            title: t("questions.dates", { text: dates.text }),
            hint: t("questions.datesCount", { rows: dates.rows }),
            dayFirst: t("questions.dayFirst", { day: dayInWords(dates.one) }),
            monthFirst: t("questions.monthFirst", { day: dayInWords(dates.two) }),
            proven: dates.proven,
            why: dates.proven && t("questions.proven", { order: dates.proven }),
          }
        }
        years={years && t("questions.years", years)}
        numbers={
          numbers && {
            title: t("questions.numbers", { text: numbers.text }),
            hint: t("questions.numbersCount", { rows: numbers.rows }),
          }
        }
        fields={words.map(({ field, words: asked }): WordQuestion => ({
          field,
          title: t("questions.words", { field: t(`field.${field}`) }),
          options: optionsFor(field, asked, names),
          words: asked.slice(0, MOST_WORDS).map(({ text, key, rows, means }) => ({
            key,
            label: t("questions.wordLabel", { text, rows }),
            means: means === "" ? LEFT_OPEN : (means ?? ""),
          })),
        }))}
      />
    </>
  );
  return (
    <Section id="questions" title={t("questions.title")}>
      {isOpen ? (
        form
      ) : (
        <details>
          <summary className="cursor-pointer underline">{t("questions.change")}</summary>
          {form}
        </details>
      )}
    </Section>
  );
}

/** An answer that came through the API need not be among the form’s options. */
function optionsFor(field: WordField, asked: readonly AskedWord[], names: Names): Option[] {
  const options = wordOptions(field, names);
  const others = new Set(asked.flatMap(({ means }) => means || []));
  for (const { value } of options) others.delete(value);
  return [...options, ...[...others].map((value) => ({ value, label: value }))];
}

const MOST_WORDS = 60;
