import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 18080);

// One Dangol, packaged as it is shipped, serves all journeys; it starts on empty data.
export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  // One server and two cores: journeys run one after the other so that times mean something.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: "../artifacts/journeys.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "desktop", use: { viewport: { width: 1280, height: 860 } } },
  ],
  webServer: {
    command: "bash serve.sh",
    url: `http://127.0.0.1:${port}/actuator/health/readiness`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { PORT: String(port) },
  },
});
