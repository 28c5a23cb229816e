// What is asked, so that the next line may answer it.
import type { TextLine } from "../lines";
import { officeIn } from "./offices";
import { STRANGER } from "./who";
import { hasNothing, type ClauseReading } from "./clause";

/** Also what a journalist says without a question mark. */
export const isQuestion = ({ start }: TextLine, words: string, { plain }: ClauseReading): boolean =>
  words.endsWith("?") || ASKER.test(plain.slice(plain.lastIndexOf("\n", start) + 1, start + words.length));
const ASKER =
  /^(?:journalists?|reporters?|questions?|q|press|interviewer|moderator|journaliste|журналіст\p{L}*|питання|запитання|кореспондент\p{L}*)(?: \d{1,2})?(?: ?[:–—]|\.) /iu;

/** The question that the next line may answer. */
export function askedBy(
  line: TextLine,
  words: string,
  last: TextLine | null,
  reading: ClauseReading,
): TextLine | null {
  const { thingsIn } = reading;
  const asks = isQuestion(line, words, reading);
  const goesOn = asks && last?.paragraph === line.paragraph && hasNothing(line, thingsIn(line));
  // "Yes. Forty instructors."
  // "You voted them in May. Nothing has changed.": the answer goes on.
  const isAnswered =
    last !== null && !asks && line.paragraph - last.paragraph < 2 && hasNothing(line, thingsIn(line));
  if (goesOn || (isAnswered && !NOT_YET_SAID.test(words)) || AFFIRMS.test(words)) return last;
  return asks || ASKED.test(words) || WANTED.test(words) ? line : null;
}

const NOT_YET_SAID = /^(?:thank|merci|дякую)/iu;
const AFFIRMS =
  /^(?:[\p{L} .]{1,40} ?: ?|[–—-] )?(?:yes|oui|так|it would|they would|I know|I understand|certainly|absolutely|indeed|of course|bien sûr|звісно|звичайно|авжеж|it is|we are|we do|it will)[.!]$/iu;
/** "Some call for combat troops." */
const WANTED =
  /(?:is|are|would be) (?:another|a different|quite another|quite a different) (?:matter|question|story|thing|issue)[.:]?$|c'est (?:tout )?(?:autre chose|une autre (?:question|affaire|histoire)|différent)[.:]?$|^(?:["«“„]|[–—-] )?(?:(?:[\p{L}]+ ){0,4}(?:you|vous|ви) (?:had |have |avez |aviez |вже )?(?:promised|pledged|announced|promis|annoncé|обіцяли|оголосили|обіцяв)(?![\p{L}])|(?:kyiv|ukraine|kiev|l'ukraine|київ|україна) (?:would like|wants|asks? for|is asking|demands?|requests?|needs|réclame|demande|souhaite|veut|voudrait|просить|хоче|хотіла б|хотів би)(?![\p{L}])|(?:you ask|you are asking|vous (?:me |nous )?(?:demandez|interrogez)|ви (?:питаєте|запитуєте))(?![\p{L}])|[^.?!:]{2,50} (?:souhaite\p{L}*|veu\p{L}+|demande\p{L}*|attende?\p{L}*|wants?|would like|expects?) (?:que vous|you to|à ce que vous|de vous)(?![\p{L}])|some|others|many|several|there are (?:those|voices)|certains|d'autres|beaucoup|on (?:nous|me)|дехто|деякі|інші|нас|мене|від нас)(?![\p{L}])/iu;
export const ASKED =
  /(?<![\p{L}])(?:(?:asked|ask|wonder(?:s|ed)?|question of)(?: (?:me|us|him|her|about))? (?:whether|if|how (?:many|much)|what|when)|(?:^|[:)] )to ask the [^.]{1,80}(?:whether|if|how|what|when)|demand\p{L}* si|(?:запита|спита|цікави)\p{L}+, чи|(?:(?:за|с)?питає|запитую|цікавл)\p{L}*, (?:чи|як\p{L}{1,3}|скільки|коли|що)(?= ))(?![\p{L}])/iu;

/** "The Prime Minister of Denmark: We will …", in a transcript: who speaks in its paragraph. */
export function turnOf({ start, end, isItem }: TextLine, reading: ClauseReading): ClauseReading {
  const label = TURN.exec(reading.plain.slice(start, end))?.[0];
  if (label === undefined || isItem || officeIn(label) === undefined) return reading;
  const [one, ...others] = reading.names.filter(
    (name) => name.start >= start && name.end <= start + label.length,
  );
  if (!one || others.length > 0 || one.code === STRANGER) return reading;
  return { ...reading, us: [one.code], speaker: one.code };
}
const TURN = /^[^.:;!?\d]{4,60}: (?=["«“„]?\p{Lu})/u;
