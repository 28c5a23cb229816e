/** The reader of a pipe may close it early, as `head` does: the rest of the output is dropped, and that is no error. */
export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}
