"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { FieldErrorsContext } from "@/components/form/field-errors";
import { showMessage } from "@/components/form/flash-message";
import { useSave, type SaveRequest } from "@/components/form/use-save";
import { fillIn } from "@/components/form/fill";
import { buttonLook, errorLook } from "@/components/ui/looks";
import type { Person } from "@/lib/domain/people/person";
import { ReasonField } from "./reason-field";
import { ScriptButton } from "@/components/ui/script-button";
import { SetPasswordLink } from "./set-password-link";
import type { PersonWords } from "./words";

export interface PersonAccess extends Pick<
  Person,
  "id" | "name" | "version" | "disabledAt" | "secondFactorAt"
> {
  /** Enabling the account, or a link for it, takes two people. */
  hasPower: boolean;
  /** At the provider of single sign-on. */
  hasIdentity: boolean;
  /** A password or an identity. */
  hasWayIn: boolean;
}

interface Props {
  person: PersonAccess;
  /**
   * Whether it is the user's own account, whose second factor is removed on the profile page, with the
   * password.
   */
  own: boolean;
  words: PersonWords;
}

interface Answer {
  id: string;
  version: number;
  /** Null: it was mailed to the person. */
  setPasswordLink?: string | null;
  /** Set if the change is proposed, for someone else to decide. */
  wish?: object;
}

/** An administrator's actions on an account, other than editing it. */
export function PersonActions({ person, own, words }: Props) {
  const [link, setLink] = useState<{ path: string; version: number } | null>(null);
  const [notice, setNotice] = useState("");
  const [reason, setReason] = useState("");
  const { saveAny, busy, troubles, errors, attempt } = useSave(words, false);
  const router = useRouter();
  // Until the page shows what was done, its buttons would offer the same once more.
  const [isRefreshing, startRefreshing] = useTransition();
  const path = `/people/${person.id}`;
  const enabled = person.disabledAt === null;
  const version = Math.max(person.version, link?.version ?? 0);

  const act = async (request: SaveRequest, done: (value: Answer) => void) => {
    setNotice("");
    const sent = await saveAny<Answer>(request);
    if (sent?.ok && sent.value.wish) location.assign(`/review/accounts/${sent.value.id}`);
    else if (sent?.ok) done(sent.value);
  };
  const changed = (message: string) => () => {
    setLink(null);
    setReason("");
    showMessage(message);
    // The button is gone after this.
    document.getElementById("main")?.focus({ preventScroll: true });
    startRefreshing(() => router.refresh());
  };
  const why = reason.trim() === "" ? {} : { reason: reason.trim() };
  const toggle = () => {
    const body = enabled ? { disabled: true } : { disabled: false, ...why };
    const done = changed(enabled ? words.actions.disabled : words.actions.enabled);
    return act({ method: "PATCH", path, body, version, touches: ["disabledAt"] }, done);
  };
  const signOut = () =>
    act({ method: "POST", path: `${path}/sign-out`, body: {} }, () => setNotice(words.actions.signedOut));
  const renew = () =>
    act({ method: "POST", path: `${path}/link`, body: why }, (made) => {
      setLink(made.setPasswordLink ? { path: made.setPasswordLink, version: made.version } : null);
      if (made.setPasswordLink === null) setNotice(fillIn(words.link.mailed, { name: person.name }));
    });
  const removeFactor = () =>
    act(
      { method: "POST", path: `${path}/second-factor/remove`, body: why },
      changed(words.actions.factorRemoved),
    );
  const removeIdentity = () =>
    act({ method: "POST", path: `${path}/identity/remove`, body: {} }, changed(words.identity.removed));
  const takesTwo = enabled ? person.hasPower || person.hasWayIn : person.hasPower;

  return (
    <div aria-busy={busy || isRefreshing}>
      {troubles.map(({ message }) => (
        <p className={errorLook()} role="alert" key={`${attempt} ${message}`}>
          {message}
        </p>
      ))}
      <p role="status">{notice}</p>
      {link ? <SetPasswordLink path={link.path} name={person.name} words={words} /> : null}
      <FieldErrorsContext value={{ errors, errorPrefix: words.errorPrefix }}>
        {takesTwo ? <ReasonField {...{ reason, words }} onChange={setReason} /> : null}
      </FieldErrorsContext>
      <fieldset disabled={isRefreshing}>
        {enabled ? (
          <>
            <Action label={words.actions.link} hint={words.actions.linkHint} onClick={() => void renew()} />
            <Action
              label={words.actions.signOut}
              hint={words.actions.signOutHint}
              onClick={() => void signOut()}
            />
            {person.hasIdentity ? (
              <Action
                label={words.identity.remove}
                hint={words.identity.removeHint}
                onClick={() => void removeIdentity()}
              />
            ) : null}
            {person.secondFactorAt === null || own ? null : (
              <Action
                label={words.actions.removeFactor}
                hint={words.actions.removeFactorHint}
                onClick={() => void removeFactor()}
              />
            )}
            <Action
              label={words.actions.disable}
              hint={words.actions.disableHint}
              danger
              onClick={() => void toggle()}
            />
          </>
        ) : (
          <Action label={words.actions.enable} onClick={() => void toggle()} />
        )}
      </fieldset>
    </div>
  );
}

function Action({
  label,
  hint,
  danger = false,
  onClick,
}: {
  label: string | undefined;
  hint?: string | undefined;
  danger?: boolean;
  onClick: () => void;
}) {
  return (
    <p className="mb-4">
      <ScriptButton className={danger ? buttonLook("danger") : buttonLook()} onClick={onClick}>
        {label}
      </ScriptButton>
      {hint ? (
        <>
          <br />
          <span className="text-muted">{hint}</span>
        </>
      ) : null}
    </p>
  );
}
