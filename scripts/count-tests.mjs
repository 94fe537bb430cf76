// Adds up what every test runner reported and prints one closing line; fails when anything failed or
// a runner left no report.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";

const total = { passed: 0, failed: 0, skipped: 0 };
const add = (passed, failed, skipped) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

function addJunitReports(folder) {
  const reports = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith("TEST-") && name.endsWith(".xml"))
    : [];
  if (reports.length === 0) throw new Error(`no test report in ${folder}`);
  for (const name of reports) {
    const head = readFileSync(join(folder, name), "utf8").match(/<testsuite\b[^>]*>/)[0];
    const count = (attribute) => Number(head.match(new RegExp(`\\b${attribute}="(\\d+)"`))?.[1] ?? 0);
    const failed = count("failures") + count("errors");
    add(count("tests") - failed - count("skipped"), failed, count("skipped"));
  }
}

addJunitReports("server/target/surefire-reports");
addJunitReports("server/target/failsafe-reports");

const web = JSON.parse(readFileSync("artifacts/web-tests.json", "utf8"));
add(web.numPassedTests, web.numFailedTests, web.numPendingTests);

const journeys = JSON.parse(readFileSync("artifacts/journeys.json", "utf8")).stats;
add(journeys.expected + journeys.flaky, journeys.unexpected, journeys.skipped);

console.log(`verify: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
