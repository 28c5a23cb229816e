import { buttonLook } from "@/components/ui/looks";
// Forms that choose the language. Plain forms: they need no account and no script.
const ACTION = "/api/auth/language";

/** In their own language: a reader who looks for one may not read the others. */
const OWN_NAMES = { en: "English", fr: "Français", uk: "Українська" } as const;
type Language = keyof typeof OWN_NAMES;
const LANGUAGES = Object.entries(OWN_NAMES) as [Language, string][];

/** One click, on pages without an account. `next`: where signing in leads. */
export function LanguageSwitch({ now, next, label }: { now: Language; next: string; label: string }) {
  return (
    <form
      method="post"
      action={ACTION}
      className="flex flex-wrap items-center gap-y-1 gap-x-2 mt-4"
      aria-label={label}
    >
      <input type="hidden" name="next" value={next} />
      {LANGUAGES.map(([language, name]) =>
        language === now ? (
          <b className="px-3" key={language} lang={language} aria-current="true">
            {name}
          </b>
        ) : (
          <button
            key={language}
            className={buttonLook("plain")}
            name="language"
            value={language}
            lang={language}
          >
            {name}
          </button>
        ),
      )}
    </form>
  );
}

interface ChoiceWords {
  label: string;
  hint: string;
  browser: string;
  save: string;
}

/** `chosen`: the account's language; null: as the browser asks. */
export function LanguageChoice({ chosen, words }: { chosen: Language | null; words: ChoiceWords }) {
  return (
    <form method="post" action={ACTION} className="field">
      <input type="hidden" name="next" value="/profile?done=language" />
      <label htmlFor="language">{words.label}</label>
      <p className="mb-1 text-muted" id="language-hint">
        {words.hint}
      </p>
      <div className="flex flex-wrap gap-2">
        <select
          className="input w-auto"
          id="language"
          name="language"
          defaultValue={chosen ?? ""}
          aria-describedby="language-hint"
        >
          <option value="">{words.browser}</option>
          {LANGUAGES.map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </select>
        <button className={buttonLook()}>{words.save}</button>
      </div>
    </form>
  );
}
