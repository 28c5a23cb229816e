/** Milliseconds of the processor that this process needs for it: on a machine that is busy with other things no more than on a quiet one. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
