// Uploads a file, reporting progress; can be aborted.
import { failureOf, type Sent } from "./send";
import { accountHere, askFor } from "./session";

export interface SendingFile {
  /** Progress from 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/** Where the session has ended, asks for sign-in and sends the file once more. */
export async function sendFile<T>(
  path: string,
  file: Blob,
  type: string,
  sending: SendingFile = {},
): Promise<Sent<T>> {
  const sent = await once<T>(path, file, type, sending);
  const signedOut =
    !sent.ok && sent.failure.is === "refused" && sent.failure.refusal.code === "not-signed-in";
  return signedOut && (await askFor("session")) ? once(path, file, type, sending) : sent;
}

/** XMLHttpRequest, because `fetch` reports no upload progress. */
function once<T>(
  path: string,
  file: Blob,
  type: string,
  { onProgress, signal }: SendingFile,
): Promise<Sent<T>> {
  return new Promise((resolve) => {
    const offline = (): void => resolve({ ok: false, failure: { is: "offline" } });
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1${path}`);
    request.setRequestHeader("Content-Type", type);
    const account = accountHere();
    if (account !== null) request.setRequestHeader("Expected-Account", account);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onerror = offline;
    request.onabort = offline;
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve({ ok: true, value: answer as T, version: null });
      else resolve({ ok: false, failure: failureOf(answer) });
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
