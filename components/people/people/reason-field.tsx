import { TextControl } from "@/components/form/controls";
import type { PersonWords } from "./words";

interface Props {
  reason: string;
  onChange: (reason: string) => void;
  errors: ReadonlyMap<string, string>;
  words: PersonWords;
}

/** Why an account is given power, for the person who decides. */
export function ReasonField({ reason, onChange, errors, words }: Props) {
  return (
    <TextControl
      errors={errors}
      errorPrefix={words.errorPrefix}
      path="reason"
      label={words.reason}
      hint={words.reasonHint}
      value={reason}
      onChange={onChange}
      rows={3}
    />
  );
}
