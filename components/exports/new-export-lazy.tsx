"use client";
// The form, whose script loads separately: most readers of the page don't use it.
import dynamic from "next/dynamic";

export const LazyNewExport = dynamic(() => import("./new-export").then(({ NewExport }) => NewExport));
