/** Whoever reads along may leave early, as `head` does: what is still to be said is then said to nobody, and that is no fault. */
export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}
