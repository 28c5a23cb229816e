"use client";
// The form with its script apart, for a page that most of its readers see without it.
import dynamic from "next/dynamic";

export const NewExportApart = dynamic(() => import("./new-export").then(({ NewExport }) => NewExport));
