import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, NetworkOnly } from "workbox-strategies";

// The service worker: after the first visit the pages open without a connection. It keeps files of ours, whose
// names change with their content, and nothing that belongs to a person: that lies in api/kept.ts.

/** The owner's pages, filled in by the build (precache in vite.config.ts). */
declare const __PRECACHE__: PrecacheEntry[];

/** Longer nobody looks at a white page; what was kept is shown then. */
const PATIENCE_SECONDS = 4;

addEventListener("install", () => void (globalThis as unknown as { skipWaiting(): void }).skipWaiting());
clientsClaim();
cleanupOutdatedCaches();

// A page comes from the network wherever there is one, so that a new version is there at once.
const network = new NetworkOnly({ networkTimeoutSeconds: PATIENCE_SECONDS });
registerRoute(
  new NavigationRoute(
    async (options) => {
      const answer = await network.handle(options).catch(() => null);
      return answer && answer.status < 500
        ? answer
        : ((await matchPrecache("/index.html")) ?? Response.error());
    },
    { denylist: [/^\/(api|actuator|v3|swagger-ui)(\/|$|\.)/] },
  ),
);

precacheAndRoute(__PRECACHE__, { directoryIndex: "", cleanURLs: false });

// A page needs a dozen of the ninety parts of the typeface: those it asked for are kept.
registerRoute(/\/assets\/[^/]+\.woff2$/, new CacheFirst({ cacheName: "fonts" }));
