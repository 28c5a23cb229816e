/** Limits for a package, unpacked: bytes in all, and number of files. */
export const MOST_BYTES = 500_000_000;
export const MOST_PACKAGE_FILES = 1_000;
