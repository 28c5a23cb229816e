"use client";
import { useState, type FormEvent } from "react";

/** Ends this session; without a script, too. */
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
    const body = new URLSearchParams({ json: "true" });
    return (await fetch("/api/auth/signout", { method: "POST", body })).ok;
  } catch {
    return false;
  }
}
