"use client";
import { useState } from "react";

/** Switches single keys off, because speech input types them. Stored in a cookie, like the appearance. */
export function KeysChoice({
  off,
  legend,
  hint,
  words,
}: {
  off: boolean;
  legend: string;
  hint: string;
  words: { on: string; off: string };
}) {
  const [chosen, setChosen] = useState(off);
  const choose = (next: boolean) => {
    setChosen(next);
    remember(next);
  };
  return (
    <fieldset className="field" aria-describedby="keys-hint">
      <legend>{legend}</legend>
      <p className="mb-1 text-muted" id="keys-hint">
        {hint}
      </p>
      <div className="segments max-md:overflow-x-auto">
        {[false, true].map((option) => (
          <label className="max-md:px-2.25" key={String(option)}>
            <input
              className="absolute opacity-0"
              type="radio"
              name="keys"
              checked={chosen === option}
              onChange={() => choose(option)}
            />
            {option ? words.off : words.on}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function remember(off: boolean) {
  document.cookie = `keys=${off ? "off" : "on"}; path=/; max-age=31536000; samesite=lax`;
  if (off) document.documentElement.dataset.keys = "off";
  else delete document.documentElement.dataset.keys;
}
