"use client";
import type { RefObject } from "react";
import { fillIn } from "@/components/form/fill";
import type { VerifyWords } from "./words";
import { describedBy, LabelledField } from "@/components/ui/field";
import { MOST_BYTES } from "./limits";

interface Props {
  words: VerifyWords["form"];
  errors: ReadonlyMap<string, string>;
  zip: RefObject<HTMLInputElement | null>;
  folder: RefObject<HTMLInputElement | null>;
}

/** The package as one file or as an unpacked folder. Only the controls hold what is chosen. */
export function PackageFields({ words, errors, zip, folder }: Props) {
  const errorPrefix = words.errorPrefix;
  return (
    <section className="section" aria-labelledby="the-package">
      <header>
        <h2 className="mb-0" id="the-package">
          {words.what}
        </h2>
      </header>
      <LabelledField
        id="zip"
        label={words.zip}
        hint={fillIn(words.zipHint, { megabytes: MOST_BYTES / 1_000_000 })}
        error={errors.get("zip")}
        errorPrefix={errorPrefix}
      >
        <input
          ref={zip}
          type="file"
          id="zip"
          accept=".zip,application/zip"
          {...describedBy("zip", { hint: true, error: errors.get("zip") })}
        />
      </LabelledField>
      <LabelledField id="folder" label={words.folder} error={errors.get("folder")} errorPrefix={errorPrefix}>
        <input
          {...WHOLE_FOLDERS}
          ref={folder}
          type="file"
          id="folder"
          {...describedBy("folder", { error: errors.get("folder") })}
        />
      </LabelledField>
    </section>
  );
}

/** React's types don't know this attribute. */
const WHOLE_FOLDERS = { webkitdirectory: "" };
