// Measures what a phone downloads before it can use a page: the entry, what it imports, and the page's
// own chunk, gzipped as a server sends them. Fails when any first page needs more script than allowed.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT_KIB = 200;
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const sizes = new Map();

function compressed(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`dist/${file}`), { level: 6 }).length);
  return sizes.get(file);
}

function filesOf(key, scripts = new Set(), styles = new Set()) {
  const chunk = manifest[key];
  if (!chunk || scripts.has(chunk.file)) return { scripts, styles };
  scripts.add(chunk.file);
  for (const style of chunk.css ?? []) styles.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, scripts, styles);
  return { scripts, styles };
}

const sum = (files) => [...files].reduce((total, file) => total + compressed(file), 0) / 1024;
const entry = "index.html";
const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
const rows = [entry, ...pages].map((page) => {
  const { scripts, styles } = filesOf(entry);
  if (page !== entry) filesOf(page, scripts, styles);
  return { page, script: sum(scripts), style: sum(styles) };
});
rows.sort((a, b) => b.script - a.script);

console.log("first load, KiB gzipped      script   style");
for (const { page, script, style } of rows) {
  console.log(
    `${page.replace(/^.*\//, "").padEnd(28)} ${script.toFixed(1).padStart(6)}  ${style.toFixed(1).padStart(6)}`,
  );
}
if (rows[0].script > LIMIT_KIB) {
  console.error(`\n${rows[0].page} needs more than ${LIMIT_KIB} KiB of script.`);
  process.exit(1);
}
