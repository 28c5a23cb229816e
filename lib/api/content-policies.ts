// Content security policies of answers that aren't pages.

/** It may load, run and frame nothing. */
export const NO_CONTENT_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Uploaded files are saved by the browser; should one be shown after all, it is sandboxed. */
export const FILE_POLICY = `${NO_CONTENT_POLICY}; sandbox`;

/** For scripts: one that runs as a worker has its own policy. It only computes and sends no requests. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";
