"use client";
import { useState, type FormEvent } from "react";

/** Ends this session. Without a script the form leads to the page that asks once more. */
export function SignOut({ label, failed }: { label: string; failed: string }) {
  const [problem, setProblem] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await signOut()) location.assign("/sign-in");
    else setProblem(true);
  };
  return (
    <form method="post" action="/api/auth/signout" onSubmit={submit}>
      <button className="linkish">{label}</button>
      {problem ? <p role="alert">{failed}</p> : null}
    </form>
  );
}

async function signOut(): Promise<boolean> {
  try {
    const token = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken: token.csrfToken, json: "true" });
    return (await fetch("/api/auth/signout", { method: "POST", body })).ok;
  } catch {
    return false;
  }
}
