"use client";
import { useState } from "react";

export type Theme = "system" | "light" | "dark";

/** Stored in a cookie, so that the server's first paint has the right theme. */
export function ThemeChoice({
  theme,
  legend,
  words,
}: {
  theme: Theme;
  legend: string;
  words: Record<Theme, string>;
}) {
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    remember(next);
  };
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="segments max-md:overflow-x-auto">
        {(["system", "light", "dark"] as const).map((option) => (
          <label className="max-md:px-2.25" key={option}>
            <input
              className="absolute opacity-0"
              type="radio"
              name="theme"
              checked={chosen === option}
              onChange={() => choose(option)}
            />
            {words[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function remember(theme: Theme) {
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
