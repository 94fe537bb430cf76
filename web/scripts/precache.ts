import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";

type Entry = { url: string; revision: string | null };

const OPERATORS = /\/(app\/OperatorFrame|features\/(casebook|experiment|intake|insight\/(?!ResultsPage)))/;

/** Tells the service worker which files an owner's pages are made of. Fonts and the operator's pages are not among them. */
export function precache(): Plugin {
  return {
    name: "precache",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle["sw.js"];
      const page = bundle["index.html"];
      if (worker?.type !== "chunk" || page?.type !== "asset") throw new Error("no sw.js or no index.html");
      const entries: Entry[] = [
        { url: "/index.html", revision: digest(page.source) },
        ...readdirSync("public").map((file) => ({
          url: `/${file}`,
          revision: digest(readFileSync(`public/${file}`)),
        })),
        ...[...filesOf(bundle)].map((file) => ({ url: `/${file}`, revision: null })),
      ];
      worker.code = worker.code.replace("__PRECACHE__", () => JSON.stringify(entries));
    },
  };
}

/** Scripts and styles that can be reached from the start without going to a page of the operator's. */
function filesOf(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const follow = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk" || files.has(name) || OPERATORS.test(chunk.facadeModuleId ?? "")) return;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === "chunk" && chunk.isEntry && chunk.fileName !== "sw.js") follow(chunk.fileName);
  }
  return files;
}

const digest = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("hex").slice(0, 16);
