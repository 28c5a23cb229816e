import { describedBy, LabelledField } from "@/components/ui/field";

export interface NewPasswordWords {
  password: string;
  passwordHint: string;
  again: string;
  errorPrefix: string;
}

export function NewPasswordFields({
  words,
  errors,
}: {
  words: NewPasswordWords;
  errors: ReadonlyMap<string, string>;
}) {
  const { password, passwordHint, again, errorPrefix } = words;
  return (
    <>
      <LabelledField
        id="password"
        label={password}
        hint={passwordHint}
        error={errors.get("password")}
        errorPrefix={errorPrefix}
      >
        <input
          className="input"
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          {...describedBy("password", { hint: passwordHint, error: errors.get("password") })}
        />
      </LabelledField>
      <LabelledField id="again" label={again} error={errors.get("again")} errorPrefix={errorPrefix}>
        <input
          className="input"
          id="again"
          name="again"
          type="password"
          autoComplete="new-password"
          required
          {...describedBy("again", { error: errors.get("again") })}
        />
      </LabelledField>
    </>
  );
}
