import { fileFormWords } from "@/components/pledges/files/words";
import { pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { READ_TYPES } from "@/lib/domain/pledge/file";
import type { Capability, Suggestion } from "@/lib/domain/passages/suggestion";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { colon, quotedWords } from "@/lib/i18n/signs";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("passages");
const domain = translator("domain");
const formed = translator("pledge-form");

export type PassageWords = ReturnType<typeof passageWords>;
export type CaptureWords = ReturnType<typeof captureWords>;

/** In addition to what all forms about pledges say. */
export function passageWords() {
  const {
    type: _types,
    new: newText,
    sourceHeading,
    file,
    fileHint,
    leaveOut,
    reading: _reading,
    readBy: _readBy,
    readPart: _readPart,
    readSays: _readSays,
    readTake: _readTake,
    readFrom: _readFrom,
    fileHash: _fileHash,
    ...own
  } = currentMessages().passages;
  return {
    ...pledgeFormWords(),
    ...own,
    newText,
    documentHeading: sourceHeading,
    textFile: file,
    textFileHint: fileHint,
    leaveOutBeside: leaveOut,
    colon: colon(),
  };
}

/** A text is pasted, or read out of a file. */
export function captureWords() {
  const { reading, readPart, readSays, readTake } = currentMessages().passages;
  const readBy = READ_TYPES.map((type) => [type, t("readBy", { type, name: "{name}" })] as const);
  const captureDrafts = currentMessages().drafts.capture;
  return {
    ...passageWords(),
    ...fileFormWords(),
    captureDrafts,
    reading,
    readPart,
    readSays,
    readTake,
    readBy: Object.fromEntries(readBy),
  };
}

/** What the rules found, with words from the server. */
export type FoundLine = Suggestion & { label: string };

interface Names {
  participants: ReadonlyMap<string, string>;
  triggers: ReadonlyMap<string, string>;
}

/** Which field the suggestion is for, and what it would put there. */
export const foundWords = (text: string, suggestion: Suggestion, names: Names): FoundLine => ({
  ...suggestion,
  label: t(`type.${suggestion.type}`, { what: whatOf(text, suggestion, names) }),
});

function whatOf(text: string, suggestion: Suggestion, { participants, triggers }: Names): string {
  const words = text.slice(suggestion.start, suggestion.end);
  const nameOf = (code: string): string => participants.get(code) ?? code;
  switch (suggestion.type) {
    case "participant":
      return nameOf(suggestion.value);
    case "priority":
      return `${String(suggestion.value)} ${domain.ofCode("priority", suggestion.value)}`;
    case "quantity":
      return quantityWords(suggestion.value);
    case "money":
      return moneyWords(suggestion.value);
    case "date":
      return suggestion.value === null ? t("notWhole", { words }) : dayInWords(suggestion.value);
    case "window":
      return dayInWords(suggestion.value.end ?? suggestion.value.start ?? "");
    case "condition": {
      const { value } = suggestion;
      if (value === null) return `${quotedWords(words)}, ${t("unknownCondition")}`;
      return "trigger" in value
        ? (triggers.get(value.trigger) ?? value.trigger)
        : t("ofParticipant", { who: nameOf(value.participant) });
    }
    case "approval":
      return `${suggestion.value.body}, ${domain(`approvalKind.${suggestion.value.kind}`)}`;
    case "capability":
      return capabilityWords(suggestion.value);
    case "caveat":
      return `${domain(`caveat.${suggestion.value}`)}, ${quotedWords(words)}`;
    case "stage":
      return domain(`stage.${suggestion.value}`);
  }
}

/** "Air (domain: Air)", "Training", "domain: Land". */
function capabilityWords({ kind, domain: area }: Capability): string {
  const named = kind === null ? null : domain(`contributionKind.${kind}`);
  if (area === null) return named ?? "";
  return formed(named === null ? "domainAlone" : "kindAndDomain", {
    kind: named ?? "",
    domain: domain(`domain.${area}`),
  });
}
