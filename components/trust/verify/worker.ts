// Checks a package in a worker, so that the page stays responsive.
import { verifyPackage, type Files } from "@/lib/verifier/verify.mjs";
import type { CheckRequest, CheckFinding } from "./check";
import { filesInFolder, filesInZip, NoPackage, type OpenedPackage } from "./package-files";
import { knowsEd25519, webCrypto } from "./web-crypto";

addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => void answer(data));

async function answer({ zip, folder, keys, checkpoint }: CheckRequest): Promise<void> {
  const from = zip ? "zip" : "folder";
  const faulty = (error: unknown) =>
    error instanceof NoPackage
      ? report({ is: "fault", code: error.code, file: error.file, from })
      : report({ is: "fault", code: "broken", file: "", from });
  try {
    if (!(await knowsEd25519())) return report({ is: "fault", code: "no-ed25519", file: "", from });
    const opened = zip ? filesInZip(new Uint8Array(await zip.arrayBuffer())) : filesInFolder(folder);
    const { files, fault } = watched(opened);
    const verdict = await verifyPackage(files, { keys, checkpoint, crypto: webCrypto });
    if (fault() === null) report({ is: "done", verdict });
    else faulty(fault());
  } catch (error) {
    faulty(error);
  }
}

const report = (finding: CheckFinding): void => postMessage(finding);

/**
 * Reports progress: each file is read for its hash, and most of them again for what is in them.
 * `fault`: an error in reading, which isn't the package's fault.
 */
function watched({ files, bytes }: OpenedPackage): { files: Files; fault: () => unknown } {
  let read = 0;
  let reported = 0;
  let fault: unknown = null;
  const count = (length: number) => {
    read += length;
    const percent = Math.min(100, Math.floor((read / (2 * bytes)) * 100));
    if (percent > reported) report({ is: "underway", percent: (reported = percent) });
  };
  async function* watching(open: NonNullable<ReturnType<Files["get"]>>) {
    try {
      for await (const chunk of open()) {
        count(chunk.length);
        yield chunk;
      }
    } catch (error) {
      fault ??= error;
      throw error;
    }
  }
  const all: Files = new Map([...files].map(([name, open]) => [name, open && (() => watching(open))]));
  return { files: all, fault: () => fault };
}
