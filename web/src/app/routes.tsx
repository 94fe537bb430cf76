import type { ComponentType } from "react";
import { Navigate, type RouteObject } from "react-router";
import { Frame } from "./Frame";
import { ForOperators, ForOwners } from "./guards";
import { NotFound } from "./NotFound";
import { RouteProblem } from "./RouteProblem";

/** A page in a file of its own, fetched when somebody goes there. */
const page = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <RouteProblem />,
    hydrateFallbackElement: <div />,
    children: [
      page("/", () => import("@/features/account/StartPage")),
      page("/login", () => import("@/features/account/SignInPage")),
      page("/signup", () => import("@/features/account/SignUpPage")),
      page("/forgot-password", () => import("@/features/account/ForgotPasswordPage")),
      page("/reset-password", () => import("@/features/account/ResetPasswordPage")),
      page("/terms", () => import("@/features/account/TermsPage")),
      page("/privacy", () => import("@/features/account/PrivacyPage")),
      {
        element: <ForOwners />,
        children: [
          page("/new", () => import("@/features/recommendation/PurposePage")),
          page("/plans", () => import("@/features/recommendation/HistoryPage")),
          page("/plans/:id", () => import("@/features/recommendation/PlansPage")),
          page("/plans/:id/:option", () => import("@/features/recommendation/PlanPage")),
          page("/events", () => import("@/features/event/EventsPage")),
          page("/events/sheet", () => import("@/features/event/SheetPage")),
          page("/results", () => import("@/features/insight/ResultsPage")),
          page("/events/:id", () => import("@/features/event/EventPage")),
          page("/events/:id/close", () => import("@/features/event/ClosePage")),
          page("/stores", () => import("@/features/store/StoresPage")),
          page("/stores/new", () => import("@/features/store/NewStorePage")),
          page("/stores/:id", () => import("@/features/store/StorePage")),
          page("/account", () => import("@/features/account/AccountPage")),
        ],
      },
      {
        element: <ForOperators />,
        children: [
          {
            lazy: async () => ({ Component: (await import("./OperatorFrame")).default }),
            children: [
              { path: "/ops", element: <Navigate to="/ops/insight" replace /> },
              page("/ops/insight", () => import("@/features/insight/OverviewPage")),
              page("/ops/accuracy", () => import("@/features/insight/AccuracyPage")),
              page("/ops/cost", () => import("@/features/insight/CostPage")),
              page("/ops/cases", () => import("@/features/casebook/CasesPage")),
              page("/ops/collection", () => import("@/features/intake/CollectionPage")),
              page("/ops/experiments", () => import("@/features/experiment/ExperimentsPage")),
              page("/ops/experiments/:id", () => import("@/features/experiment/ExperimentPage")),
              page("/ops/prompts", () => import("@/features/experiment/PromptsPage")),
            ],
          },
        ],
      },
      { path: "*", element: <NotFound /> },
    ],
  },
];
